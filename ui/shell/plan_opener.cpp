#include "ui/shell/plan_opener.h"

#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <QWidget>

#include <mutex>

namespace wardmote::ui {
namespace {

std::filesystem::path filePath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString planFilter() {
    return PlanOpener::tr("Wardmote plans (*.wardmote);;All files (*)");
}

QString problem(const Error& error) {
    return QString::fromStdString(error.text());
}

} // namespace

struct PlanOpener::Run {
    QString path;
    std::stop_source stop;
    std::mutex mutex;
    PlanOpener* opener = nullptr; ///< null once the window is gone

    void post(std::function<void(PlanOpener&)> what) {
        const std::lock_guard lock(mutex);
        if (opener) {
            QMetaObject::invokeMethod(
                opener, [waiting = opener, what = std::move(what)] { what(*waiting); }, Qt::QueuedConnection);
        }
    }
};

PlanOpener::PlanOpener(Session& session, const ShellServices& services, QWidget& window)
    : QObject(&window), session_(session), services_(services), window_(window) {}

PlanOpener::~PlanOpener() {
    if (running_) {
        running_->stop.request_stop();
        const std::lock_guard lock(running_->mutex);
        running_->opener = nullptr;
    }
}

std::optional<QString> PlanOpener::askForPlace(const QString& title, const QString& preset) {
    auto path = services_.prompts.saveFile(&window_, title, preset, planFilter());
    if (!path) {
        return std::nullopt;
    }
    if (QFileInfo(*path).suffix().isEmpty()) {
        *path += QStringLiteral(".wardmote");
    }
    if (QFileInfo::exists(*path)) {
        // A plan holds its whole history: it is never overwritten, whatever a file dialog has agreed to.
        services_.prompts.warn(
            &window_, title,
            tr("There is a file %1 already. Choose another name; Wardmote never replaces a "
               "plan.")
                .arg(QDir::toNativeSeparators(*path)));
        return std::nullopt;
    }
    return path;
}

void PlanOpener::askForNew() {
    if (const auto path = askForPlace(tr("New plan"), tr("New plan.wardmote"))) {
        create(*path);
    }
}

void PlanOpener::askForPlan() {
    if (const auto path = services_.prompts.openFile(&window_, tr("Open plan"), planFilter())) {
        open(*path);
    }
}

void PlanOpener::askForSample(const QString& sample) {
    QString title = sample;
    for (const auto& known : services_.samples) {
        if (known.name == sample) {
            title = known.title;
        }
    }
    if (const auto path =
            askForPlace(tr("Where to keep your copy of the sample"), title + QStringLiteral(".wardmote"))) {
        makeSample(sample, *path);
    }
}

QString PlanOpener::copyName() const {
    const QFileInfo now(session_.path());
    return now.absoluteDir().filePath(tr("%1 (copy).wardmote").arg(now.completeBaseName()));
}

void PlanOpener::askForCopy() {
    if (const auto path = askForPlace(tr("Save a copy"), copyName())) {
        copyTo(*path);
    }
}

void PlanOpener::askForCopyWithLateEdits() {
    const auto path = askForPlace(tr("Save a copy with your last edit"), copyName());
    if (!path) {
        return;
    }
    session_.keepLateEdits(*path, [self = QPointer<PlanOpener>(this), path = *path](const QString& what) {
        if (!self) {
            return;
        }
        if (what.isEmpty()) {
            self->open(path);
        } else {
            self->services_.prompts.warn(&self->window_, tr("Save a copy"), what);
        }
    });
}

void PlanOpener::open(const QString& path, bool takeOver) {
    store::OpenOptions options;
    options.opener = services_.opener;
    options.takeOver = takeOver;
    if (session_.isOpen() && QFileInfo(session_.path()) == QFileInfo(path)) {
        if (!takeOver) {
            return;
        }
        session_.close();
    }
    start(tr("Opening %1").arg(QFileInfo(path).fileName()), path,
          [file = filePath(path), options](const Progress&) { return store::PlanFile::open(file, options); });
}

void PlanOpener::create(const QString& path) {
    plan::Settings settings;
    settings.name = QFileInfo(path).completeBaseName().toStdString();
    start(tr("Making %1").arg(QFileInfo(path).fileName()), path,
          [file = filePath(path), settings, opener = services_.opener](const Progress&) {
              return store::PlanFile::create(file, settings, opener);
          });
}

void PlanOpener::makeSample(const QString& sample, const QString& path) {
    if (!services_.makeSample) {
        return;
    }
    store::OpenOptions options;
    options.opener = services_.opener;
    start(tr("Making your copy of the sample"), path,
          [make = services_.makeSample, sample, file = filePath(path),
           options](const Progress& progress) -> Opened {
              if (auto made = make(sample, file, progress); !made) {
                  return tl::unexpected(made.error());
              }
              return store::PlanFile::open(file, options);
          });
}

void PlanOpener::copyTo(const QString& path) {
    Q_EMIT started(tr("Copying the plan"));
    const QPointer<PlanOpener> self(this);
    session_.withFile([self, path, target = filePath(path)](store::PlanFile& file) -> std::function<void()> {
        auto copied = file.backupTo(target);
        return [self, path, copied] {
            if (!self) {
                return;
            }
            Q_EMIT self->ended();
            if (copied) {
                self->services_.prompts.inform(&self->window_, tr("Save a copy"),
                                               tr("The plan as it is now has been copied to %1. You are "
                                                  "still working in the first file.")
                                                   .arg(QDir::toNativeSeparators(path)));
            } else {
                self->services_.prompts.warn(&self->window_, tr("Save a copy"), problem(copied.error()));
            }
        };
    });
}

void PlanOpener::start(const QString& what, const QString& path,
                       std::function<Opened(const Progress&)> work) {
    if (running_) {
        return;
    }
    auto run = std::make_shared<Run>();
    run->path = path;
    run->opener = this;
    running_ = run;
    Q_EMIT started(what);
    QThreadPool::globalInstance()->start([run, work = std::move(work)] {
        Progress progress;
        progress.stop = run->stop.get_token();
        progress.report = [&run](double fraction, std::string_view words) {
            run->post([fraction, said = QString::fromUtf8(words.data(), qsizetype(words.size()))](
                          auto& opener) { Q_EMIT opener.progressed(fraction, said); });
        };
        auto opened = std::make_shared<Opened>([&]() -> Opened {
            try {
                return work(progress);
            } catch (const std::exception& bug) {
                return failure("The plan could not be opened.", "Please report this.", bug.what());
            }
        }());
        run->post([run, opened](PlanOpener& opener) { opener.finish(run, *opened); });
    });
}

void PlanOpener::finish(const std::shared_ptr<Run>& run, Opened& opened) {
    if (running_ != run) {
        return;
    }
    running_.reset();
    if (opened) {
        session_.adopt(std::move(*opened));
        services_.preferences.noteRecentPlan(run->path);
    }
    Q_EMIT ended();
    if (!opened) {
        services_.prompts.warn(&window_, tr("Open plan"), problem(opened.error()));
    }
}

} // namespace wardmote::ui
