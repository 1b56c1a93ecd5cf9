#include "ui/pages/import/import_job.h"

#include "ui/session/session.h"

#include <QDate>
#include <QFileInfo>

namespace wardmote::ui {
namespace {

plan::Date today() {
    const auto date = QDate::currentDate();
    return {date.year(), date.month(), date.day()};
}

std::filesystem::path toPath(const QString& path) {
#ifdef _WIN32
    return path.toStdWString();
#else
    return path.toStdString();
#endif
}

} // namespace

ImportJob::ImportJob(Session& session, ReadFile readFile, QObject* parent)
    : QObject(parent), session_(session), readFile_(std::move(readFile)), readTask_(session),
      proposeTask_(session) {
    for (auto* task : {&readTask_, &proposeTask_}) {
        connect(task, &BackgroundTask::runningChanged, this, [this] { Q_EMIT workingChanged(isWorking()); });
        connect(task, &BackgroundTask::progressed, this, &ImportJob::progressed);
        connect(task, &BackgroundTask::failed, this, &ImportJob::failed);
    }
    // An edit made meanwhile may have added what the rows are matched against.
    connect(&session, &Session::planChanged, this, [this] {
        if (!contents_ && hasFile()) {
            read();
        } else {
            propose();
        }
    });
    connect(&session, &Session::closed, this, [this] {
        clear();
        setWanted(std::nullopt);
    });
}

QString ImportJob::fileName() const {
    return QFileInfo(path_).fileName();
}

plan::PlanRef ImportJob::plan() const {
    return session_.plan();
}

void ImportJob::open(const QString& path) {
    clear();
    path_ = path;
    options_ = {};
    options_.seed = static_cast<std::uint64_t>(session_.newId());
    read();
}

void ImportJob::setReading(const exchange::ReadOptions& options) {
    reading_ = options;
    read();
}

void ImportJob::setWanted(std::optional<plan::RecordKind> kind) {
    if (wanted_ == kind) {
        return;
    }
    wanted_ = kind;
    Q_EMIT wantedChanged();
    read();
}

void ImportJob::cancel() {
    if (readTask_.isRunning()) {
        if (contents_) { // read as it was before
            readTask_.cancel();
        } else {
            clear();
        }
    } else if (proposeTask_.isRunning()) {
        proposeTask_.cancel();
    } else {
        return;
    }
    Q_EMIT stopped();
}

void ImportJob::resume() {
    if (!proposal() && !isWorking()) {
        propose();
    }
}

void ImportJob::clear() {
    readTask_.cancel();
    proposeTask_.cancel();
    path_.clear();
    reading_ = {};
    contents_.reset();
    setup_ = {};
    answers_.clear();
    proposed_.reset();
    Q_EMIT contentsChanged();
    Q_EMIT setupChanged();
    Q_EMIT proposalChanged();
}

void ImportJob::read() {
    if (!hasFile()) {
        return;
    }
    struct Answer {
        Result<exchange::FileContents> contents;
        exchange::ImportSetup setup;
    };
    readTask_.run(
        [readFile = readFile_, file = toPath(path_), options = reading_, wanted = wanted_,
         name = fileName().toStdString()](const plan::PlanRef& plan, const Progress& progress) {
            Answer answer{readFile(file, options, progress), {}};
            if (answer.contents) {
                answer.setup = exchange::proposeSetup(answer.contents->tables, name, *plan, wanted);
            }
            return answer;
        },
        [this](Answer answer) {
            if (!answer.contents) {
                path_.clear();
                Q_EMIT contentsChanged();
                Q_EMIT failed(QString::fromStdString(answer.contents.error().text()));
                return;
            }
            contents_ = std::make_shared<const exchange::FileContents>(std::move(*answer.contents));
            setup_ = std::move(answer.setup);
            Q_EMIT contentsChanged();
            Q_EMIT setupChanged();
            propose();
        });
}

void ImportJob::propose() {
    if (!contents_) {
        return;
    }
    stale_ = true;
    Q_EMIT proposalChanged();
    auto options = options_;
    options.today = today();
    proposeTask_.run(
        [contents = contents_, setup = setup_, options,
         answers = answers_](const plan::PlanRef& plan, const Progress& progress) -> Result<Proposed> {
            auto proposal =
                exchange::proposeImport(contents->tables, setup, *plan, options, answers, progress);
            if (!proposal) {
                return Failure(proposal.error());
            }
            auto after = plan::applied(*plan, proposal->changes);
            return Proposed{std::move(*proposal),
                            after ? std::make_shared<const plan::Plan>(std::move(*after)) : plan};
        },
        [this](Result<Proposed> proposed) {
            if (proposed) {
                proposed_ = std::make_shared<const Proposed>(std::move(*proposed));
                stale_ = false;
            } else {
                proposed_.reset();
                Q_EMIT failed(QString::fromStdString(proposed.error().text()));
            }
            Q_EMIT proposalChanged();
        });
}

void ImportJob::changeSheet(std::size_t index, exchange::SheetSetup sheet) {
    if (index >= setup_.sheets.size() || setup_.sheets[index] == sheet) {
        return;
    }
    setup_.sheets[index] = std::move(sheet);
    Q_EMIT setupChanged();
    propose();
}

void ImportJob::rematchSheet(std::size_t index, exchange::SheetSetup sheet) {
    if (!contents_ || index >= setup_.sheets.size()) {
        return;
    }
    const auto& table = contents_->tables[sheet.table];
    changeSheet(index, exchange::rematched(sheet, table, *session_.plan()));
}

void ImportJob::answer(const std::string& question, exchange::Answer answer) {
    if (answer == exchange::Answer{}) {
        answers_.erase(question);
    } else {
        answers_[question] = std::move(answer);
    }
    propose();
}

void ImportJob::setCreatesOrganisations(bool creates) {
    if (options_.createOrganisations != creates) {
        options_.createOrganisations = creates;
        propose();
    }
}

bool ImportJob::import() {
    const auto* ready = proposal();
    if (!ready || !ready->isWorthwhile()) {
        return false;
    }
    session_.perform(QString::fromStdString(ready->label), ready->changes);
    return true;
}

} // namespace wardmote::ui
