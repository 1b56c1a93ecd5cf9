#pragma once
#include "core/analysis/cost.h"

#include <map>

namespace wardmote::analysis {

/// Fills one mechanism's cost line by line; the formulas are those of MechanismCost.
class CostLines {
public:
    CostLines(const plan::Plan& plan, const plan::Mechanism& mechanism, MechanismCost& cost,
              std::vector<const plan::Meeting*> meetings);
    void addSpending();
    void addTime(); ///< staff hours, their value, unpaid hours
    void addRoom();
    void finish(); ///< bearers, assumptions and blanks in their order

private:
    /// Somebody's hours at one meeting, paid or not.
    struct Attendees {
        plan::Id bearer = 0;
        double people = 0;
        bool paid = false;
        bool papersOnly = false;
        std::string grade;
    };
    std::vector<Attendees> attendees();
    void addAttendees(const std::vector<Attendees>& attendees);
    void addOrganising();
    void addStaff(plan::Id bearer, double hoursAYear, const std::string& grade);
    std::optional<double> lengthHours() const;
    std::optional<double> orAssumed(const std::optional<double>& recorded,
                                    const std::optional<double>& setting, Assumption::Kind kind,
                                    const plan::FieldInfo& field);
    void assume(Assumption::Kind kind, std::string text);
    void lack(const plan::FieldInfo& field);
    template<class T>
    void rest(Figure<T>& figure, plan::RecordKind kind, plan::Id id) const;
    template<class T>
    void close(Figure<T>& figure);

    const plan::Plan& plan_;
    const plan::Mechanism& mechanism_;
    MechanismCost& cost_;
    std::vector<const plan::Meeting*> meetings_;
    std::map<plan::Id, BearerCost> bearers_;
    double staffHours_ = 0;
    double unpaidHours_ = 0;
    double valuePence_ = 0;
    bool staffRecorded_ = false;
    bool unpaidRecorded_ = false;
    bool valueRecorded_ = false;
    bool staffOpen_ = false; ///< some part of the paid hours is not recorded
    bool unpaidOpen_ = false;
    bool valueOpen_ = false;
    bool assumedTime_ = false;
    bool assumedOrganising_ = false;
};

} // namespace wardmote::analysis
