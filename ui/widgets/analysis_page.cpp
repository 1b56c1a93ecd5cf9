#include "ui/widgets/analysis_page.h"

#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/style.h"

#include <QBoxLayout>
#include <QProgressBar>

namespace wardmote::ui {
namespace {

/// So long after the last edit a hidden page asks again: not with each of a row of edits.
constexpr int calmMilliseconds = 400;

} // namespace

AnalysisPage::AnalysisPage(Session& session, WhileHidden whileHidden, QWidget* parent)
    : Page(parent), session_(session), whileHidden_(whileHidden), task_(session) {
    soon_.setSingleShot(true);
    soon_.setInterval(calmMilliseconds);
    connect(&soon_, &QTimer::timeout, this, &AnalysisPage::askIfStale);
    connect(&session, &Session::planChanged, this, &AnalysisPage::planChanged);
    connect(&task_, &BackgroundTask::failed, this, &AnalysisPage::refuse);
}

void AnalysisPage::addState(QBoxLayout& column, const QString& accessibleName) {
    progress_ = new QProgressBar(this);
    setNames(*progress_, QStringLiteral("progress"), accessibleName);
    progress_->setTextVisible(false);
    progress_->setRange(0, 100);
    progress_->hide();
    message_ = makeParagraph({}, TextRole::body, this);
    message_->setObjectName(QStringLiteral("message"));
    setTextTone(*message_, Tone::attention);
    message_->hide();
    column.addWidget(progress_);
    column.addWidget(message_);
    connect(&task_, &BackgroundTask::progressed, this, [this](double fraction) {
        progress_->setValue(qRound(fraction * 100));
        progress_->show(); // a short answer shows none, and nothing jumps
    });
    connect(&task_, &BackgroundTask::runningChanged, this, [this](bool running) {
        if (!running) {
            progress_->hide();
        }
    });
}

plan::Date AnalysisPage::today() const {
    return today_.value_or(ui::today());
}

void AnalysisPage::planChanged() {
    current_ = false;
    if (isVisible()) {
        ask();
    } else if (whileHidden_ == WhileHidden::keepsUp && session_.isOpen()) {
        soon_.start();
    }
}

void AnalysisPage::askAnew() {
    current_ = false;
    if (isVisible()) {
        ask();
    }
}

void AnalysisPage::activated() {
    askIfStale();
}

void AnalysisPage::askIfStale() {
    if (!current_ && !task_.isRunning()) {
        ask();
    }
}

void AnalysisPage::accept() {
    current_ = true;
    soon_.stop();
    if (message_) {
        message_->hide();
    }
}

void AnalysisPage::refuse(const QString& why) {
    if (message_) {
        message_->setText(QStringLiteral("⚠ ") + refusal(why));
        message_->show();
    }
}

} // namespace wardmote::ui
