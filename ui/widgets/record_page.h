#pragma once
#include "ui/widgets/page.h"

namespace wardmote::ui {

class Preferences;
class RecordForm;
class RecordTable;

/// A page that is the table of one kind of record, with the record's full form in the inspector beside it.
class RecordPage : public Page {
    Q_OBJECT
public:
    /// `preferences` may be null: then nothing is remembered.
    RecordPage(Session& session, Prompts& prompts, Preferences* preferences, plan::RecordKind kind,
               const QString& pageId, QWidget* parent = nullptr);
    ~RecordPage() override;

    QString pageId() const override { return pageId_; }
    QString title() const override;
    QWidget* inspector() override;
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

    RecordTable& table() const { return *table_; }
    RecordForm& form() const { return *form_; }

protected:
    Session& session() const { return session_; }
    Prompts& prompts() const { return prompts_; }
    /// Columns, then what the person chose before.
    void setColumns(const std::vector<std::string_view>& keys);
    /// Said while there are no such records, with Add and Import.
    void setEmptyText(const QString& title, const QString& explanation);
    /// The plan is another one: headline and badge may have changed.
    virtual void planChanged() {}

private:
    Session& session_;
    Prompts& prompts_;
    Preferences* preferences_;
    plan::RecordKind kind_;
    QString pageId_;
    RecordTable* table_ = nullptr;
    RecordForm* form_ = nullptr;
};

} // namespace wardmote::ui
