#include "ui/pages/map/room_view.h"

#include "ui/charts/map_widget.h"
#include "ui/pages/map/effect_words.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace wardmote::ui {
namespace {

void enlarge(QWidget& widget, double factor) {
    auto font = widget.font();
    if (font.pixelSize() > 0) {
        font.setPixelSize(qRound(font.pixelSize() * factor));
    } else {
        font.setPointSizeF(font.pointSizeF() * factor);
    }
    widget.setFont(font);
}

} // namespace

RoomView::RoomView(Session& session, Prompts& prompts, QWidget* parent)
    : QWidget(parent, Qt::Window), session_(session), prompts_(prompts) {
    setObjectName(QStringLiteral("roomView"));
    setWindowTitle(tr("Room view"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("page", true);
    build();
    resize(1280, 720);
}

void RoomView::build() {
    auto* column = new QVBoxLayout(this);
    setPageMargins(*column);
    auto* top = new QHBoxLayout;
    title_ = makeLabel({}, TextRole::pageTitle);
    auto* checkpoint = makePrimaryButton(tr("Keep a &checkpoint…"), QStringLiteral("roomCheckpoint"));
    checkpoint->setToolTip(tr("A copy of the arrangement as it is now, named by time and topic"));
    auto* undo = makeButton(tr("&Undo"), QStringLiteral("roomUndo"));
    auto* leave = makeButton(tr("&Leave (Esc)"), QStringLiteral("roomLeave"));
    auto* in = makeIconButton(QStringLiteral("add"), tr("Zoom in"), QStringLiteral("roomZoomIn"));
    auto* out = makeIconButton(QStringLiteral("remove"), tr("Zoom out"), QStringLiteral("roomZoomOut"));
    auto* fit = makeIconButton(QStringLiteral("fit"), tr("Show the whole map"), QStringLiteral("roomFit"));
    top->addWidget(title_, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{checkpoint, undo, in, out, fit, leave}) {
        top->addWidget(each);
    }
    map_ = new charts::MapWidget;
    map_->setTool(charts::MapTool::carry);
    map_->setNameFactor(1.5);
    map_->setClusterFigures(true);
    setNames(*map_, QStringLiteral("roomMap"), tr("Map of areas and clusters"));
    effect_ = makeParagraph({}, TextRole::body);
    effect_->setObjectName(QStringLiteral("roomEffect"));
    column->addLayout(top);
    column->addWidget(map_, 1);
    column->addWidget(effect_);
    for (auto* widget : {static_cast<QWidget*>(title_), static_cast<QWidget*>(effect_)}) {
        widget->setStyleSheet(QStringLiteral("font-size: 22px"));
    }
    enlarge(*map_, 1.1);
    effect_->setMinimumHeight(64); // two lines, so that the map stays where it is while they change
    connect(checkpoint, &QPushButton::clicked, this, &RoomView::checkpointAsked);
    connect(undo, &QPushButton::clicked, this, &RoomView::takeBack);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &RoomView::takeBack);
    map_->setFocus(); // keys are for the map from the first
    connect(leave, &QPushButton::clicked, this, &QWidget::close);
    connect(in, &QToolButton::clicked, map_, &charts::MapWidget::zoomIn);
    connect(out, &QToolButton::clicked, map_, &charts::MapWidget::zoomOut);
    connect(fit, &QToolButton::clicked, map_, &charts::MapWidget::fit);
    const auto enable = [this, undo, checkpoint] {
        undo->setEnabled(!made_.isEmpty() && session_.isWritable());
        undo->setToolTip(made_.isEmpty() ? tr("Nothing was moved in this room") : made_.back());
        undo->setAccessibleDescription(undo->toolTip());
        checkpoint->setEnabled(session_.isWritable());
    };
    connect(&session_, &Session::historyChanged, this, [this, enable] {
        followHistory();
        enable();
    });
    connect(&session_, &Session::editFailed, this, [this] { expected_ = 0; });
    connect(&session_, &Session::closed, this, &QWidget::close);
    enable();
    using charts::MapWidget;
    connect(map_, &MapWidget::carrying, this, &RoomView::carrying);
    connect(map_, &MapWidget::carried, this, &RoomView::carried);
    connect(map_, &MapWidget::sharpened, this, [this] {
        if (!map_->isHandling() && !session_.isSaving()) {
            map_->setPreview({}, -1);
        }
    });
    connect(map_, &MapWidget::gestureEnded, this, [this] {
        if (!session_.isSaving()) {
            map_->setPreview({}, -1);
        }
    });
    connect(map_, &MapWidget::selectionChanged, this,
            [this](const std::vector<plan::Id>& areas) { showEffect(areas, 0); });
    connect(map_, &MapWidget::keyTyped, this, &RoomView::typed);
}

void RoomView::show(const MapFigures& figures) {
    figures_ = figures;
    auto spec = figures.spec;
    spec.shadedBy.clear(); // in a room the map shows who is with whom
    QStringList keys;
    for (std::size_t i = 0; i < spec.clusters.size() && i < 9; ++i) {
        keys << tr("%1 %2").arg(i + 1).arg(spec.clusters[i].name);
    }
    map_->setSpec(std::move(spec));
    map_->setAccessibleDescription(map_->accessibleDescription() + u' ' + keys.join(QStringLiteral("; ")));
    title_->setText(QString::fromStdString(figures.measures->name));
    tell(std::exchange(taken_, QString()));
}

void RoomView::tell(const QString& refusal) {
    effect_->setText(refusal.isEmpty()
                         ? tr("Carry an area to another %1, or choose it and press the number "
                              "of one.")
                               .arg(QString::fromStdString(figures_.plan->settings().clusterWord))
                         : refusal);
    if (!refusal.isEmpty()) {
        map_->setPreview({}, -1);
    }
}

plan::Id RoomView::clusterAt(QPoint global) const {
    const auto area = map_->areaAt(map_->mapFromGlobal(global));
    const auto found = std::ranges::find(figures_.spec.areas, area, &charts::MapArea::id);
    return found == figures_.spec.areas.end() || found->cluster < 0
               ? 0
               : figures_.spec.clusters[static_cast<std::size_t>(found->cluster)].id;
}

void RoomView::carrying(const std::vector<plan::Id>& areas, QPoint global) {
    const auto cluster = clusterAt(global);
    const auto at = std::ranges::find(figures_.spec.clusters, cluster, &charts::MapCluster::id);
    const bool over = at != figures_.spec.clusters.end();
    map_->setPreview(over ? areas : std::vector<plan::Id>{},
                     over ? static_cast<int>(at - figures_.spec.clusters.begin()) : -1);
    showEffect(areas, cluster);
}

void RoomView::carried(const std::vector<plan::Id>& areas, QPoint global) {
    if (const auto cluster = clusterAt(global); cluster != 0) {
        assign(areas, cluster);
    }
}

void RoomView::typed(const QString& key) {
    const auto number = key.toInt();
    const auto areas = map_->meantByKey();
    if (number >= 1 && number <= static_cast<int>(figures_.spec.clusters.size()) && !areas.empty()) {
        assign(areas, figures_.spec.clusters[static_cast<std::size_t>(number - 1)].id);
    }
}

void RoomView::showEffect(const std::vector<plan::Id>& areas, plan::Id cluster) {
    if (cluster == 0 || areas.empty()) {
        QStringList keys;
        for (std::size_t i = 0; i < figures_.spec.clusters.size() && i < 9; ++i) {
            keys << tr("%1 %2").arg(i + 1).arg(figures_.spec.clusters[i].name);
        }
        if (areas.empty()) {
            tell({});
        } else {
            effect_->setText(tr("%1: %2").arg(areasInWords(*figures_.plan, areas), keys.join(tr(", "))));
        }
        return;
    }
    const auto effect = figures_.effects->of(areas, cluster);
    if (effect.moved.empty()) {
        tell({});
        return;
    }
    auto words =
        effectInWords(effectTitle(*figures_.plan, effect), effectLines(*figures_.effects, effect, true));
    if (!effect.refusal.empty()) {
        words += QStringLiteral(" ⚠ ") + QString::fromStdString(effect.refusal);
    }
    effect_->setText(words);
}

void RoomView::assign(const std::vector<plan::Id>& areas, plan::Id cluster) {
    Q_EMIT assignRequested(areas, cluster);
    expectEdit();
}

/// Nothing comes of what is refused.
void RoomView::expectEdit() {
    expected_ += session_.isSaving() ? 1 : 0;
}

void RoomView::followHistory() {
    if (expected_ > 0) {
        --expected_;
        made_ << session_.undoLabel();
    } else if (takingBack_) {
        takingBack_ = false;
        if (!made_.isEmpty()) {
            taken_ = tr("Taken back: %1.").arg(made_.takeLast());
        }
    } else if (made_.isEmpty() || made_.back() != session_.undoLabel()) {
        made_.clear(); // somebody went on elsewhere: what is last now is not the room's
    }
}

/// What was done in this room and nothing before it, and it is said what.
void RoomView::takeBack() {
    if (!made_.isEmpty() && !takingBack_ && !session_.isSaving() && session_.isWritable()) {
        takingBack_ = true;
        session_.undo();
    }
}

void RoomView::checkpointAsked() {
    const auto original = figures_.measures->arrangement;
    const auto topic =
        prompts_.text(this, tr("Keep a checkpoint"), tr("What it is, in a few words"), QString());
    if (!topic || topic->trimmed().isEmpty()) {
        return;
    }
    const auto name = tr("%1, %2").arg(clock_().toString(QStringLiteral("HH:mm")), topic->trimmed());
    const auto& plan = *session_.plan();
    const auto edit =
        copyArrangement(plan, original, session_.newId(), name, [this] { return session_.newId(); });
    session_.perform(edit.label, edit.changes);
    expectEdit();
}

void RoomView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace wardmote::ui
