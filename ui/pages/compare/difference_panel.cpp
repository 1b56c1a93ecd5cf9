#include "ui/pages/compare/difference_panel.h"

#include "ui/charts/map_widget.h"
#include "ui/pages/compare/difference_map.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

enum Column { areaColumn, fromColumn, toColumn, residentsColumn, reasonColumn };
constexpr int idRole = Qt::UserRole;

QVariant asData(plan::Id id) {
    return QVariant::fromValue<qlonglong>(id);
}

} // namespace

DifferencePanel::DifferencePanel(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    build();
    for (auto* chooser : {from_, to_}) {
        connect(chooser, &QComboBox::activated, this, &DifferencePanel::showDifference);
    }
    connect(view_, &QComboBox::activated, this, &DifferencePanel::showMap);
    connect(filter_, &QLineEdit::textChanged, this, &DifferencePanel::showRows);
    connect(moves_, &QTableWidget::itemSelectionChanged, this, &DifferencePanel::rowChosen);
    connect(map_, &charts::MapWidget::selectionChanged, this, [this](const std::vector<plan::Id>& areas) {
        session_.selection().select(plan::RecordKind::area, areas);
    });
    connect(&session_.selection(), &Selection::changed, this, &DifferencePanel::takeSelection);
}

void DifferencePanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    auto* row = new QHBoxLayout;
    from_ = new QComboBox;
    to_ = new QComboBox;
    setNames(*from_, QStringLiteral("differenceFrom"), tr("Arrangement before"));
    setNames(*to_, QStringLiteral("differenceTo"), tr("Arrangement after"));
    auto* fromLabel = new QLabel(tr("Fro&m"));
    auto* toLabel = new QLabel(tr("&to"));
    fromLabel->setBuddy(from_);
    toLabel->setBuddy(to_);
    for (auto* chooser : {from_, to_}) {
        chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        chooser->setMinimumContentsLength(18);
    }
    row->addWidget(fromLabel);
    row->addWidget(from_, 1);
    row->addWidget(toLabel);
    row->addWidget(to_, 1);
    column->addLayout(row);
    sentence_ = makeParagraph({}, TextRole::body);
    sentence_->setObjectName(QStringLiteral("differenceSentence"));
    column->addWidget(sentence_);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("differenceSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(buildList());
    split->addWidget(buildMap());
    split->setSizes({420, 320});
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    column->addWidget(split, 1);
}

QWidget* DifferencePanel::buildList() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    filter_ = new QLineEdit;
    filter_->setPlaceholderText(tr("Filter moves"));
    filter_->setClearButtonEnabled(true);
    setNames(*filter_, QStringLiteral("moveFilter"), tr("Filter the moves by any of their words"));
    moves_ = makePlainTable({tr("Area"), tr("From"), tr("To"), tr("Residents"), tr("Reason")},
                            QStringLiteral("moveTable"), tr("Areas that move, with reasons"));
    moves_->setWordWrap(true);
    moves_->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 2 + 12);
    moves_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    moves_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const int words : {fromColumn, toColumn, reasonColumn}) {
        moves_->horizontalHeader()->setSectionResizeMode(words, QHeaderView::Stretch);
    }
    moves_->horizontalHeaderItem(residentsColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    column->addWidget(filter_);
    column->addWidget(moves_, 1);
    return panel;
}

QWidget* DifferencePanel::buildMap() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(8, 0, 0, 0);
    auto* bar = new QHBoxLayout;
    view_ = new QComboBox;
    view_->addItems({tr("What moves"), tr("Before"), tr("After")});
    setNames(*view_, QStringLiteral("differenceView"), tr("What the map shows"));
    auto* in = makeIconButton(QStringLiteral("add"), tr("Zoom in"), QStringLiteral("differenceZoomIn"));
    auto* out = makeIconButton(QStringLiteral("remove"), tr("Zoom out"), QStringLiteral("differenceZoomOut"));
    auto* fit =
        makeIconButton(QStringLiteral("fit"), tr("Show the whole map"), QStringLiteral("differenceFit"));
    map_ = new charts::MapWidget;
    setNames(*map_, QStringLiteral("differenceMap"), tr("Map of what moves between the arrangements"));
    connect(in, &QToolButton::clicked, map_, &charts::MapWidget::zoomIn);
    connect(out, &QToolButton::clicked, map_, &charts::MapWidget::zoomOut);
    connect(fit, &QToolButton::clicked, map_, &charts::MapWidget::fit);
    bar->addWidget(view_);
    bar->addStretch(1);
    for (auto* button : {in, out, fit}) {
        bar->addWidget(button);
    }
    column->addLayout(bar);
    column->addWidget(map_, 1);
    return panel;
}

void DifferencePanel::show(const ComparisonRef& answer) {
    answer_ = answer;
    fillChoosers();
    showDifference();
}

/// What was chosen stays while it is still compared; else from the first arrangement to the second.
void DifferencePanel::fillChoosers() {
    const auto& arrangements = answer_->comparison.arrangements;
    int fallback = 0;
    for (auto* chooser : {from_, to_}) {
        const QSignalBlocker blocker(chooser);
        const auto kept = chooser->currentData();
        chooser->clear();
        for (const auto& each : arrangements) {
            chooser->addItem(QString::fromStdString(each.name), asData(each.arrangement));
        }
        const int at = kept.isValid() ? chooser->findData(kept) : -1;
        chooser->setCurrentIndex(at >= 0 ? at : std::min(fallback, chooser->count() - 1));
        ++fallback;
    }
    if (from_->currentIndex() == to_->currentIndex() && to_->count() > 1) {
        to_->setCurrentIndex(from_->currentIndex() == 0 ? 1 : 0);
    }
}

const analysis::ArrangementDifference* DifferencePanel::difference() const {
    if (!answer_) {
        return nullptr;
    }
    const auto found =
        answer_->differences.find({from_->currentData().toLongLong(), to_->currentData().toLongLong()});
    return found == answer_->differences.end() ? nullptr : &found->second;
}

void DifferencePanel::showDifference() {
    const auto* shown = difference();
    if (!shown) {
        sentence_->setText(tr("Choose two different arrangements."));
    } else if (shown->moves.empty()) {
        sentence_->setText(tr("= No area changes %1 from %2 to %3.")
                               .arg(QString::fromStdString(answer_->plan->settings().clusterWord),
                                    answer_->nameOf(shown->before), answer_->nameOf(shown->after)));
    } else {
        const auto residents = !shown->residentsMoved
                                   ? tr("residents not recorded")
                                   : (shown->withoutResidents > 0 ? tr("at least %1 residents live there")
                                                                  : tr("%1 residents live there"))
                                         .arg(numberText(*shown->residentsMoved));
        const auto areas = static_cast<qint64>(shown->moves.size());
        QStringList renamed;
        for (const auto& words : analysis::renamedInWords(*answer_->plan, *shown)) {
            renamed << QString::fromStdString(words);
        }
        const bool anyReason = std::ranges::any_of(
            shown->moves, [](const analysis::AreaMove& move) { return move.loggedAs != 0; });
        auto moved = areas == 1 ? tr("1 area moves; %1.").arg(residents)
                                : tr("%1 areas move; %2.").arg(numberText(areas), residents);
        if (!anyReason) {
            moved += QLatin1Char(' ') + tr("No reasons are recorded.");
        }
        sentence_->setText(renamed.isEmpty()
                               ? moved
                               : tr("%1 Taken to be the same, by the residents that they share: %2.")
                                     .arg(moved, renamed.join(QStringLiteral("; "))));
    }
    showRows();
    showMap();
}

void DifferencePanel::showMap() {
    const analysis::ArrangementDifference none;
    const auto* shown = difference();
    map_->setSpec(answer_ ? differenceMap(*answer_, shown ? *shown : none,
                                          static_cast<DifferenceView>(view_->currentIndex()))
                          : charts::MapSpec{});
    takeSelection();
}

void DifferencePanel::showRows() {
    quiet_ = true;
    moves_->setRowCount(0);
    const auto* shown = difference();
    const auto words = filter_->text().trimmed();
    bool anyReason = false;
    for (const auto& move : shown ? shown->moves : std::vector<analysis::AreaMove>{}) {
        const auto& plan = *answer_->plan;
        const auto* logged = plan.find<plan::Move>(move.loggedAs);
        anyReason = anyReason || logged;
        const QStringList cells{QString::fromStdString(plan::nameOf(plan, plan::RecordKind::area, move.area)),
                                QString::fromStdString(analysis::clusterInWords(plan, move.from)),
                                QString::fromStdString(analysis::destinationInWords(plan, move)),
                                move.residents ? numberText(*move.residents) : notRecorded(),
                                logged ? QString::fromStdString(logged->reason) : notRecorded()};
        if (!words.isEmpty() && !cells.join(QLatin1Char('\n')).contains(words, Qt::CaseInsensitive)) {
            continue;
        }
        const int row = moves_->rowCount();
        moves_->insertRow(row);
        for (int column = 0; column < cells.size(); ++column) {
            moves_->setItem(row, column,
                            column == residentsColumn ? figureItem(cells[column]) : wordsItem(cells[column]));
        }
        moves_->item(row, areaColumn)->setData(idRole, asData(move.area));
    }
    moves_->setColumnHidden(reasonColumn, !anyReason);
    quiet_ = false;
    takeSelection();
}

void DifferencePanel::rowChosen() {
    if (quiet_) {
        return;
    }
    std::vector<plan::Id> areas;
    for (const auto& index : moves_->selectionModel()->selectedRows()) {
        areas.push_back(index.data(idRole).toLongLong());
    }
    if (!areas.empty()) {
        session_.selection().select(plan::RecordKind::area, areas);
    }
}

void DifferencePanel::takeSelection() {
    const auto& selection = session_.selection();
    const auto areas = selection.kind() == plan::RecordKind::area ? selection.ids() : std::vector<plan::Id>{};
    const std::set<plan::Id> chosen(areas.begin(), areas.end());
    map_->setSelected(chosen);
    quiet_ = true;
    QItemSelection rows;
    QModelIndex first;
    for (int row = 0; row < moves_->rowCount(); ++row) {
        const auto index = moves_->model()->index(row, areaColumn);
        if (chosen.contains(index.data(idRole).toLongLong())) {
            rows.select(index, moves_->model()->index(row, reasonColumn));
            first = first.isValid() ? first : index;
        }
    }
    moves_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first.isValid()) {
        moves_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        moves_->scrollTo(first);
    }
    quiet_ = false;
}

} // namespace wardmote::ui
