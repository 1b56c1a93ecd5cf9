#pragma once
#include "core/base/result.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace wardmote::plan {

/// One field's new content.
struct FieldValue {
    const FieldInfo* field = nullptr;
    Value value;
    bool operator==(const FieldValue&) const = default;
};

/// What happens to one record. An insert lists the fields that are recorded, an update those that change.
struct Change {
    enum class Action : std::uint8_t { insert, update, erase };
    Action action = Action::update;
    RecordKind kind = RecordKind::settings;
    Id id = 0;
    std::vector<FieldValue> fields;
    bool operator==(const Change&) const = default;
};

/// What an edit is to do to a plan, as data: made by a page, an import or a what-if, applied by core/store as
/// one transaction, or by applied() to a copy in memory. In order; later changes see earlier ones.
class Changes {
public:
    bool empty() const { return list_.empty(); }
    std::size_t size() const { return list_.size(); }
    const std::vector<Change>& list() const { return list_; }

    /// Adds the record as it is; its id must be set and new.
    template<class R>
    void insert(const R& record) {
        insert(recordKind<R>, record.id, &record);
    }
    void insert(RecordKind kind, Id id, const void* record);
    /// Records the fields in which after differs from before; nothing if they are equal.
    template<class R>
    void update(const R& before, const R& after) {
        update(recordKind<R>, before.id, &before, &after);
    }
    void update(RecordKind kind, Id id, const void* before, const void* after);
    void set(RecordKind kind, Id id, const FieldInfo& field, Value value);
    template<auto Member>
    void set(Id id, Value value) {
        using R = typename detail::MemberOf<decltype(Member)>::Record;
        set(recordKind<R>, id, fieldFor<Member>(), std::move(value));
    }
    template<class R>
    void erase(Id id) {
        erase(recordKind<R>, id);
    }
    void erase(RecordKind kind, Id id);
    void add(Change change) { list_.push_back(std::move(change)); }
    void append(Changes other);

    bool operator==(const Changes&) const = default;

private:
    std::vector<Change> list_;
};

/// Which records an edit touched: what the store reports after do, undo and redo, and pages refresh by.
struct ChangeSummary {
    struct Touched {
        RecordKind kind;
        Id id;
        Change::Action action;
        bool operator==(const Touched&) const = default;
    };
    std::vector<Touched> records;
    bool everything = false; ///< the plan was loaded anew

    bool touches(RecordKind kind) const;
};

/// Adds to the changes whatever must also go for the records they erase: links to them, references to them,
/// and the records that are parts of them (the clusters of an arrangement, the footprints of a set). Files
/// have no cascades.
Changes withConsequences(const Plan& plan, const Changes& changes);

/// What is wrong with one field of one change.
struct Complaint {
    RecordKind kind;
    Id id;
    const FieldInfo* field; ///< null: the record as a whole
    std::string message;    ///< a sentence that names record and field
};

/// Required fields empty, numbers out of range, texts that are not UTF-8 or over 100,000 bytes, references to
/// records that are not there after the changes, an id used twice. Empty if all is well.
std::vector<Complaint> complaints(const Plan& plan, const Changes& changes);

/// The plan after the changes; an Error with the first complaint if they can't be made.
Result<Plan> applied(const Plan& plan, const Changes& changes);

/// New ids for records. Two sources with the same seed give the same ids.
class IdSource {
public:
    IdSource();                            ///< from the system's entropy
    explicit IdSource(std::uint64_t seed); ///< repeatable
    Id next();                             ///< 2 .. idLimit-1 (1 is the settings record)

private:
    std::mt19937_64 engine_;
};

} // namespace wardmote::plan
