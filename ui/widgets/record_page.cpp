#include "ui/widgets/record_page.h"

#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace wardmote::ui {

RecordPage::RecordPage(Session& session, Prompts& prompts, Preferences* preferences, plan::RecordKind kind,
                       const QString& pageId, QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), preferences_(preferences), kind_(kind),
      pageId_(pageId), table_(new RecordTable(session, prompts, kind, this)),
      form_(new RecordForm(session, kind)) {
    setObjectName(pageId + QStringLiteral("Page"));
    auto* column = new QVBoxLayout(this);
    setPageMargins(*column);
    column->addWidget(table_);
    const auto singular = qtext(plan::recordInfo(kind).singular);
    auto* add = makePrimaryButton(tr("Add %1").arg(singular), QStringLiteral("addRecord"), this);
    table_->addTool(add);
    connect(add, &QPushButton::clicked, table_, &RecordTable::add);
    auto* first = table_->emptyState().addButton(tr("Add %1").arg(singular), QStringLiteral("addFirst"));
    auto* import = table_->emptyState().addButton(tr("Import a list…"), QStringLiteral("importList"));
    connect(first, &QPushButton::clicked, table_, &RecordTable::add);
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
    connect(table_, &RecordTable::currentRecordChanged, form_, &RecordForm::setRecord);
    connect(table_, &RecordTable::openRequested, this, [this](plan::Id id) {
        form_->setRecord(id);
        form_->focusField(plan::recordInfo(kind_).fields.front().key);
    });
    connect(table_, &RecordTable::fieldWanted, this, [this](plan::Id id, const QString& key) {
        form_->setRecord(id);
        form_->focusField(key.toStdString());
    });
    const auto writable = [this, add] { add->setEnabled(session_.isWritable()); };
    connect(&session, &Session::planChanged, this, [this, writable] {
        writable();
        planChanged();
        Q_EMIT headlineChanged();
        Q_EMIT badgeChanged();
    });
    connect(&session, &Session::writableChanged, this, writable);
    writable();
}

RecordPage::~RecordPage() {
    if (!form_->parent()) {
        delete form_; // no window took it as its inspector
    }
}

QString RecordPage::title() const {
    return capitalised(qtext(plan::recordInfo(kind_).plural));
}

QWidget* RecordPage::inspector() {
    return form_;
}

bool RecordPage::showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                             const QString& because) {
    if (kind != kind_) {
        return false;
    }
    if (ids.size() == 1 && table_->model().rowOf(ids.front()) >= 0) {
        table_->reveal(ids.front());
    } else {
        table_->showOnly(ids, because);
        if (!ids.empty()) {
            table_->reveal(ids.front());
        }
    }
    return true;
}

void RecordPage::setColumns(const std::vector<std::string_view>& keys) {
    table_->setDefaultColumns(keys);
    table_->setPreferences(preferences_, pageId_);
}

void RecordPage::setEmptyText(const QString& title, const QString& explanation) {
    table_->emptyState().setTexts(title, explanation);
}

} // namespace wardmote::ui
