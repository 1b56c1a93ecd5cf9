#include "ui/pages/duplication/pair_matrix.h"

#include "core/analysis/families_order.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostMechanisms = 80;

} // namespace

PairMatrix::PairMatrix(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    caption_ = makeParagraph({}, TextRole::caption, this);
    view_ = new charts::MatrixView(this);
    setNames(*view_, QStringLiteral("duplicationMatrix"), tr("Scores of mechanisms with one another"));
    column->addWidget(caption_);
    column->addWidget(view_, 1);
    connect(view_, &charts::MatrixView::cellOpened, this, [this](int row, int cell) {
        Q_EMIT pairOpened(order_[static_cast<std::size_t>(row)], order_[static_cast<std::size_t>(cell)]);
    });
}

void PairMatrix::setPairs(const DuplicationAnswer& answer, const std::vector<const ListedPair*>& pairs) {
    std::vector<analysis::Pair> plain;
    for (const auto* pair : pairs) {
        plain.push_back(pair->pair);
    }
    order_ = analysis::inBlocks(plain, mostMechanisms);
    const auto size = order_.size();
    std::map<plan::Id, std::size_t> place;
    report::Matrix matrix;
    matrix.cells.assign(size, std::vector<std::optional<double>>(size));
    std::vector<std::vector<QString>> sentences(size, std::vector<QString>(size));
    for (std::size_t i = 0; i < size; ++i) {
        place.emplace(order_[i], i);
        const auto name = plan::nameOf(*answer.plan, plan::RecordKind::mechanism, order_[i]);
        matrix.rows.push_back(std::to_string(i + 1) + "  " + name);
        matrix.columns.push_back(std::to_string(i + 1)); // names would be cut to nothing
        sentences[i][i] = tr("%1 with itself").arg(qtext(name));
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            if (i != j) {
                sentences[i][j] =
                    tr("%1 and %2: no pair shown").arg(qtext(matrix.rows[i]), qtext(matrix.rows[j]));
            }
        }
    }
    for (const auto* listed : pairs) {
        const auto a = place.find(listed->pair.a);
        const auto b = place.find(listed->pair.b);
        if (a == place.end() || b == place.end()) {
            continue;
        }
        const auto& score = listed->pair.score;
        const auto words =
            tr("%1 and %2: %3, %4")
                .arg(qtext(listed->nameA), qtext(listed->nameB), findingOf(*answer.plan, *listed),
                     score ? scoreWords(*score) : tr("no score"));
        for (const auto& [row, cell] : {std::pair{a->second, b->second}, {b->second, a->second}}) {
            matrix.cells[row][cell] = score ? std::optional(inHundredths(*score)) : std::nullopt;
            sentences[row][cell] = words;
        }
    }
    const auto left = mechanismsOf(pairs) - size;
    const auto more = left > 0 ? tr(" %1 more mechanisms, less alike, are left out.").arg(left) : QString();
    caption_->setText(
        size == 0
            ? tr("No pair is shown: choose other findings, or show all.")
            : tr("Score in hundredths; those alike stand together. Enter or a click opens a pair.") + more);
    view_->setMatrix(std::move(matrix), std::move(sentences));
    view_->setVisible(size > 0);
}

} // namespace wardmote::ui
