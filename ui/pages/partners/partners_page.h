#pragma once
#include "core/exchange/partners/partner_return.h"
#include "core/exchange/reading/read_file.h"
#include "ui/session/background_task.h"
#include "ui/widgets/page.h"

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace wardmote::ui {

class DifferencesTable;
class EmptyState;

/// Partners' own lists: a workbook of what the plan holds of a partner, and its way back, field by field. The
/// file that came back may be dropped on the page.
class PartnersPage : public Page {
    Q_OBJECT
public:
    /// `readerProgram` reads workbooks in a child process; empty: inside this one (tests).
    PartnersPage(Session& session, Prompts& prompts, std::filesystem::path readerProgram,
                 QWidget* parent = nullptr);

    QString pageId() const override { return QStringLiteral("partners"); }
    QString title() const override { return tr("Partners’ own lists"); }
    std::vector<HeadlineFigure> headline() const override;
    bool takeFile(const QString& path) override;

    plan::Id partner() const; ///< the one chosen; 0: none
    void setToday(plan::Date today) { today_ = today; }
    /// Null unless a list that came back is being looked at.
    const std::shared_ptr<const exchange::PartnerReturn>& shown() const { return back_; }
    bool isWorking() const { return task_.isRunning(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Tables = std::shared_ptr<const exchange::FileContents>;

    QWidget* buildBar();
    QWidget* buildReturn();
    void planChanged();
    void fillPartners();
    void fillPlaces();
    void showPartner();
    void chooseColumns();
    void write();
    void readBack(const QString& path);
    void compare(Tables contents, const QString& fileName);
    void present(exchange::PartnerReturn back);
    void showReturn();
    void takeChoice();
    void leaveReturn();
    void tell(const QString& message, bool attention = false);
    plan::Date day() const;

    Session& session_;
    Prompts& prompts_;
    exchange::FileReader reader_;
    BackgroundTask task_;
    std::optional<plan::Date> today_;
    bool stale_ = true;                           ///< the plan has changed while nobody looked
    std::vector<const plan::FieldInfo*> columns_; ///< of the next list
    Tables contents_;
    QString fileName_;
    std::uint64_t seed_ = 1;
    std::shared_ptr<const exchange::PartnerReturn> back_;

    QStackedWidget* stack_ = nullptr;
    EmptyState* empty_ = nullptr;
    QComboBox* partners_ = nullptr;
    QComboBox* places_ = nullptr;
    QPushButton* chooseColumns_ = nullptr;
    QPushButton* write_ = nullptr;
    QPushButton* read_ = nullptr;
    QLabel* standing_ = nullptr; ///< what is held of her, and when lists went and came
    QLabel* message_ = nullptr;
    QTableWidget* mechanisms_ = nullptr;
    QLabel* returned_ = nullptr;
    DifferencesTable* differences_ = nullptr;
    QTableWidget* queries_ = nullptr;
    QPushButton* takeChoice_ = nullptr;
};

} // namespace wardmote::ui
