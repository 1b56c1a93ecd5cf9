#include "ui/pages/duplication/pair_network.h"

#include "core/analysis/families_order.h"
#include "ui/charts/network_view.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>

#include <cmath>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostMechanisms = 100;

QString hoursInWords(const std::optional<double>& hours) {
    return hours ? PairNetwork::tr("%1 paid hours a year").arg(numberText(std::llround(*hours)))
                 : PairNetwork::tr("paid hours not recorded");
}

/// The family of each mechanism, from 1.
std::map<plan::Id, int> familiesOf(const DuplicationAnswer& answer) {
    std::map<plan::Id, int> families;
    int number = 0;
    for (const auto& family : answer.duplication.families) {
        ++number;
        for (const auto id : family.mechanisms) {
            families.emplace(id, number);
        }
    }
    return families;
}

} // namespace

PairNetwork::PairNetwork(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    caption_ = makeParagraph({}, TextRole::caption, this);
    toggle_ = makeLinkButton(tr("Show as table"), QStringLiteral("networkShow"), this);
    toggle_->setCheckable(true);
    top->addWidget(caption_, 1);
    top->addWidget(toggle_, 0, Qt::AlignTop);
    column->addLayout(top);
    view_ = new charts::NetworkView;
    setNames(*view_, QStringLiteral("duplicationNetwork"), tr("Network of mechanisms that are alike"));
    scroll_ = new QScrollArea(this);
    scroll_->setObjectName(QStringLiteral("networkScroll"));
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setWidget(view_);
    table_ = makePlainTable(
        {tr("Mechanism"), tr("Paid hours"), tr("Alike with"), tr("Most alike"), tr("Score"), tr("Family")},
        QStringLiteral("duplicationNetworkTable"), tr("Mechanisms of the network"));
    table_->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    table_->hide();
    column->addWidget(scroll_, 1);
    column->addWidget(table_, 1);
    connect(toggle_, &QPushButton::toggled, this, &PairNetwork::showAsTable);
    connect(view_, &charts::NetworkView::nodeChosen, this,
            [this](int node) { Q_EMIT mechanismChosen(rows_[static_cast<std::size_t>(node)].mechanism); });
    connect(view_, &charts::NetworkView::nodeOpened, this,
            [this](int node) { Q_EMIT mechanismOpened(rows_[static_cast<std::size_t>(node)].mechanism); });
    connect(view_, &charts::NetworkView::lineOpened, this, [this](int line) {
        const auto& [a, b] = lines_[static_cast<std::size_t>(line)];
        Q_EMIT pairOpened(a, b);
    });
    connect(table_, &QTableWidget::cellActivated, this,
            [this](int row) { Q_EMIT mechanismOpened(rows_[static_cast<std::size_t>(row)].mechanism); });
}

void PairNetwork::showAsTable(bool asTable) {
    scroll_->setVisible(!asTable);
    table_->setVisible(asTable);
    toggle_->setText(asTable ? tr("Show as network") : tr("Show as table"));
}

void PairNetwork::setPairs(const DuplicationAnswer& answer, const std::vector<const ListedPair*>& pairs) {
    std::vector<analysis::Pair> plain;
    for (const auto* pair : pairs) {
        plain.push_back(pair->pair);
    }
    const auto order = analysis::inBlocks(plain, mostMechanisms);
    const auto families = familiesOf(answer);
    const double threshold = answer.plan->settings().duplicationThreshold;
    charts::Network network;
    rows_.clear();
    lines_.clear();
    std::map<plan::Id, std::size_t> nodes;
    for (const auto id : order) {
        nodes.emplace(id, rows_.size());
        rows_.push_back({id, 0, 0, {}});
        const auto family = families.find(id);
        network.nodes.push_back({qtext(plan::nameOf(*answer.plan, plan::RecordKind::mechanism, id)),
                                 {},
                                 answer.belongs.at(id).staffHours,
                                 family == families.end() ? 0 : family->second});
    }
    for (const auto* listed : pairs) {
        const auto& pair = listed->pair;
        const auto a = nodes.find(pair.a);
        const auto b = nodes.find(pair.b);
        if (a == nodes.end() || b == nodes.end()) {
            continue;
        }
        const double score = pair.score.value_or(0);
        network.lines.push_back(
            {a->second, b->second, score, score + 1e-9 >= threshold,
             tr("%1 and %2: %3, %4")
                 .arg(qtext(listed->nameA), qtext(listed->nameB), findingOf(*answer.plan, *listed),
                      pair.score ? scoreWords(score) : notRecorded())});
        lines_.emplace_back(pair.a, pair.b);
        for (const auto& [node, other] : {std::pair{a->second, listed->nameB}, {b->second, listed->nameA}}) {
            auto& row = rows_[node];
            ++row.alike;
            if (row.bestWith.isEmpty() || score > row.best) {
                row.best = score;
                row.bestWith = qtext(other);
            }
        }
    }
    for (std::size_t node = 0; node < rows_.size(); ++node) {
        auto& shown = network.nodes[node];
        shown.sentence = tr("%1: %2; %3 lines, most alike %4 (%5)")
                             .arg(shown.name, hoursInWords(shown.size))
                             .arg(rows_[node].alike)
                             .arg(rows_[node].bestWith, scoreWords(rows_[node].best));
        if (shown.group > 0) {
            shown.sentence += tr("; family %1").arg(shown.group);
        }
    }
    network.sizeUnit = tr("paid hours a year");
    network.strongWords = tr("Score of %1 or more; the thicker, the more alike").arg(threshold, 0, 'f', 2);
    network.weakWords = tr("Lower score, or none");
    network.groupWords = answer.duplication.families.empty()
                             ? QString()
                             : tr("Number of the family, as in the list of families");
    const auto left = mechanismsOf(pairs) - rows_.size();
    const auto more = left > 0 ? tr(" %1 more, less alike, are left out.").arg(left) : QString();
    caption_->setText(rows_.empty() ? tr("No pair is shown: choose other findings, or show all.")
                                    : tr("%1 mechanisms, %2 pairs. Enter on a mechanism lists its pairs; a "
                                         "click on a line opens the pair.")
                                              .arg(rows_.size())
                                              .arg(lines_.size()) +
                                          more);
    view_->setNetwork(std::move(network));
    view_->setMinimumHeight(view_->heightForWidth(qMax(scroll_->viewport()->width(), 400)));
    showTable();
}

void PairNetwork::showTable() {
    const auto& nodes = view_->network().nodes;
    table_->setRowCount(static_cast<int>(rows_.size()));
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        const int row = static_cast<int>(at);
        const auto& node = nodes[at];
        table_->setItem(row, 0, wordsItem(node.name));
        table_->setItem(row, 1, figureItem(node.size ? numberText(std::llround(*node.size)) : notRecorded()));
        table_->setItem(row, 2, figureItem(numberText(qint64(rows_[at].alike))));
        table_->setItem(row, 3, wordsItem(rows_[at].bestWith));
        table_->setItem(row, 4, figureItem(scoreWords(rows_[at].best)));
        table_->setItem(row, 5, figureItem(node.group > 0 ? numberText(node.group) : QStringLiteral("–")));
    }
}

} // namespace wardmote::ui
