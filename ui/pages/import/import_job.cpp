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

ImportJob::ImportJob(Session& session, std::filesystem::path readerProgram, QObject* parent)
    : QObject(parent), session_(session), reader_(std::move(readerProgram)), readTask_(session),
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
    connect(&session, &Session::closed, this, &ImportJob::clear);
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
    options_.seed = static_cast<std::uint64_t>(session_.newId());
    read();
}

void ImportJob::setReading(const exchange::ReadOptions& options) {
    reading_ = options;
    read();
}

void ImportJob::cancel() {
    readTask_.cancel();
    proposeTask_.cancel();
}

void ImportJob::clear() {
    cancel();
    path_.clear();
    reading_ = {};
    contents_.reset();
    setup_ = {};
    answers_.clear();
    proposal_.reset();
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
        [reader = reader_, file = toPath(path_), options = reading_,
         name = fileName().toStdString()](const plan::PlanRef& plan, const Progress& progress) {
            Answer answer{reader.read(file, options, progress), {}};
            if (answer.contents) {
                answer.setup = exchange::proposeSetup(answer.contents->tables, name, *plan);
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
    proposal_.reset();
    Q_EMIT proposalChanged();
    auto options = options_;
    options.today = today();
    proposeTask_.run(
        [contents = contents_, setup = setup_, options, answers = answers_](const plan::PlanRef& plan,
                                                                            const Progress& progress) {
            return exchange::proposeImport(contents->tables, setup, *plan, options, answers, progress);
        },
        [this](Result<exchange::ImportProposal> proposal) {
            if (proposal) {
                proposal_ = std::make_shared<const exchange::ImportProposal>(std::move(*proposal));
            } else {
                Q_EMIT failed(QString::fromStdString(proposal.error().text()));
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

bool ImportJob::import() {
    if (!proposal_ || proposal_->changes.empty()) {
        return false;
    }
    session_.perform(QString::fromStdString(proposal_->label), proposal_->changes);
    return true;
}

} // namespace wardmote::ui
