#pragma once
#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/read_options.h"
#include "ui/session/background_task.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <memory>

namespace wardmote::ui {

class Session;

/// One file on its way into the plan: read in a child process, matched, proposed, and made again whenever the
/// person changes something. Everything long runs off the UI thread; the steps of the page show what this
/// holds and tell it what the person chose. Nothing reaches the plan before import().
class ImportJob : public QObject {
    Q_OBJECT
public:
    /// What reads a file, on another thread: it must end soon after progress.stop asks for it.
    using ReadFile = std::function<Result<exchange::FileContents>(
        const std::filesystem::path& file, const exchange::ReadOptions& options, const Progress& progress)>;

    /// What would happen, and the plan as that would leave it, in which new records have names.
    struct Proposed {
        exchange::ImportProposal proposal;
        plan::PlanRef after;
    };

    ImportJob(Session& session, ReadFile readFile, QObject* parent = nullptr);

    /// Forgets the last file and reads this one.
    void open(const QString& path);
    /// Reads the same file with another encoding or delimiter.
    void setReading(const exchange::ReadOptions& options);
    /// What kind of record the file holds; nothing: found out from the file. A file that is read already is
    /// read anew. Kept until changed, for the next file too.
    void setWanted(std::optional<plan::RecordKind> kind);
    std::optional<plan::RecordKind> wanted() const { return wanted_; }
    /// Ends what is being done, and tells so with stopped(). A file half read is forgotten.
    void cancel();
    /// Works out again what would happen, where that was stopped.
    void resume();
    void clear();

    bool hasFile() const { return !path_.isEmpty(); }
    QString path() const { return path_; }
    QString fileName() const;
    const exchange::ReadOptions& reading() const { return reading_; }
    /// Null until read.
    const exchange::FileContents* contents() const { return contents_.get(); }
    const exchange::ImportSetup& setup() const { return setup_; }
    const exchange::Answers& answers() const { return answers_; }
    /// Null while it is being made.
    const exchange::ImportProposal* proposal() const {
        return proposed_ && !stale_ ? &proposed_->proposal : nullptr;
    }
    /// The last that was made, for a list that should not go blank while the next is; null before the first.
    const std::shared_ptr<const Proposed>& lastProposed() const { return proposed_; }
    plan::PlanRef plan() const;
    bool isWorking() const { return readTask_.isRunning() || proposeTask_.isRunning(); }

    void changeSheet(std::size_t index, exchange::SheetSetup sheet);
    /// Another form, kind or header row: the sheet's columns are matched anew.
    void rematchSheet(std::size_t index, exchange::SheetSetup sheet);
    void answer(const std::string& question, exchange::Answer answer);
    /// Whether names that no organisation has become new ones.
    bool createsOrganisations() const { return options_.createOrganisations; }
    void setCreatesOrganisations(bool creates);

    /// The edit. Answers whether there was anything to do.
    bool import();

Q_SIGNALS:
    void contentsChanged(); ///< a file was read, or forgotten
    void setupChanged();
    void wantedChanged();
    void proposalChanged(); ///< made anew, or being made
    void workingChanged(bool working);
    void progressed(double fraction, const QString& what);
    void stopped(); ///< cancel() ended something
    void failed(const QString& message);

private:
    void read();
    void propose();

    Session& session_;
    ReadFile readFile_;
    BackgroundTask readTask_;
    BackgroundTask proposeTask_;
    QString path_;
    exchange::ReadOptions reading_;
    std::optional<plan::RecordKind> wanted_;
    std::shared_ptr<const exchange::FileContents> contents_;
    exchange::ImportSetup setup_;
    exchange::Answers answers_;
    exchange::ImportOptions options_;
    std::shared_ptr<const Proposed> proposed_;
    bool stale_ = false; ///< something has changed since
};

} // namespace wardmote::ui
