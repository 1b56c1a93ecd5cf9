#include "ui/charts/matrix_view.h"

#include "ui/charts/palette.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

class MatrixView::Model : public QAbstractTableModel {
public:
    static constexpr int shareRole = Qt::UserRole + 1;   ///< of the largest number, 0..1; none: no number
    static constexpr int nominalRole = Qt::UserRole + 2; ///< the number in name only; none: not asked
    using QAbstractTableModel::QAbstractTableModel;

    void set(report::Matrix matrix, std::vector<std::vector<QString>> sentences) {
        beginResetModel();
        matrix_ = std::move(matrix);
        sentences_ = std::move(sentences);
        nominal_.clear();
        largest_ = fewest;
        for (const auto& row : matrix_.cells) {
            for (const auto& cell : row) {
                largest_ = std::max(largest_, cell.value_or(0));
            }
        }
        endResetModel();
    }
    void setNominal(std::vector<std::vector<int>> nominal) {
        beginResetModel();
        nominal_ = std::move(nominal);
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(matrix_.rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(matrix_.columns.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        const auto row = static_cast<std::size_t>(index.row());
        const auto column = static_cast<std::size_t>(index.column());
        const auto& cell = matrix_.cells[row][column];
        switch (role) {
        case Qt::DisplayRole:
            if (const int inName = nominal(row, column); inName > 0 && cell.value_or(0) == 0) {
                return QStringLiteral("(%1)").arg(inName);
            }
            return cell ? QString::number(std::llround(*cell)) : QString();
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return sentences_[row][column];
        case Qt::TextAlignmentRole:
            return int(Qt::AlignCenter);
        case shareRole:
            return cell ? QVariant(*cell / largest_) : QVariant();
        case nominalRole:
            return nominal_.empty() ? QVariant() : QVariant(nominal(row, column));
        default:
            return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        const auto& names = orientation == Qt::Horizontal ? matrix_.columns : matrix_.rows;
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
            return QString::fromStdString(names[static_cast<std::size_t>(section)]);
        }
        return {};
    }

private:
    int nominal(std::size_t row, std::size_t column) const {
        return nominal_.empty() ? 0 : nominal_[row][column];
    }
    report::Matrix matrix_;
    std::vector<std::vector<int>> nominal_;
    std::vector<std::vector<QString>> sentences_;
    /// Below this many even the largest number is drawn in a middle tone: one pair is no alarm.
    static constexpr double fewest = 5;
    double largest_ = fewest;
};

namespace {

constexpr int closest = 56; ///< of columns with words above them

class CellPainter : public QStyledItemDelegate {
public:
    CellPainter(int shareRole, int nominalRole, QObject* parent)
        : QStyledItemDelegate(parent), shareRole_(shareRole), nominalRole_(nominalRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto medium = mediumOf(option.palette);
        const auto& inks = inksOf(medium);
        const auto share = index.data(shareRole_);
        const auto words = index.data().toString();
        painter->save();
        const auto box = option.rect.adjusted(0, 0, -1, -1);
        auto ink = inks.text;
        if (share.isValid() && share.toDouble() > 0) {
            const auto fill = sequential(share.toDouble(), medium);
            painter->fillRect(box, fill);
            ink = textOn(fill);
        } else if (const auto nominal = index.data(nominalRole_); nominal.isValid()) {
            const bool gap = nominal.toInt() == 0;
            QPainterPath shape;
            shape.addRect(box);
            fillPatterned(*painter, shape, inks.surface, gap ? Pattern::none : Pattern::forward, 7,
                          gap ? inks.attention : inks.grid);
            if (!gap) {
                painter->fillRect(QRect(box.center() - QPoint(14, 9), QSize(28, 18)), inks.surface);
            }
            ink = gap ? inks.attention : inks.text;
        } else {
            painter->fillRect(box, share.isValid() ? inks.surface : inks.context);
            ink = inks.muted;
        }
        painter->setPen(ink);
        painter->drawText(box, Qt::AlignCenter, words);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(inks.text, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(box.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    int shareRole_;
    int nominalRole_;
};

} // namespace

MatrixView::MatrixView(QWidget* parent) : QTableView(parent), model_(new Model(this)) {
    setModel(model_);
    setItemDelegate(new CellPainter(Model::shareRole, Model::nominalRole, this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    verticalHeader()->setDefaultSectionSize(30);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | Qt::Alignment(Qt::TextWordWrap));
    horizontalHeader()->setFixedHeight(fontMetrics().lineSpacing() * 2 + 14);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    verticalHeader()->setTextElideMode(Qt::ElideRight);
    connect(this, &QTableView::activated, this, &MatrixView::open);
    connect(this, &QTableView::clicked, this, &MatrixView::open);
}

void MatrixView::setMatrix(report::Matrix matrix, std::vector<std::vector<QString>> sentences) {
    model_->set(std::move(matrix), std::move(sentences));
    const int columns = model_->columnCount();
    int widest = 0;
    for (int row = 0; row < model_->rowCount(); ++row) {
        widest =
            qMax(widest,
                 QFontMetrics(boldFont())
                     .horizontalAdvance(model_->headerData(row, Qt::Vertical, Qt::DisplayRole).toString()));
    }
    // Few services share the width; many scroll rather than turn to slivers.
    horizontalHeader()->setSectionResizeMode(columns <= 8 ? QHeaderView::Stretch : QHeaderView::Fixed);
    const int width = sectionWidth();
    const bool byNumber = width < closest;
    verticalHeader()->setFixedWidth(qMin(widest + (byNumber ? 48 : 24), byNumber ? 320 : 230));
    horizontalHeader()->setMinimumSectionSize(qMin(width, closest));
    horizontalHeader()->setDefaultSectionSize(width);
    fitHeadings(columns <= 8 ? 64 : width); // sharing the width they may be as narrow as that
    updateGeometry();
}

int MatrixView::sectionWidth() const {
    constexpr int narrow = 84;
    constexpr int wide = 112;
    int longest = 0; // a word that is cut in two is not read
    for (int column = 0; column < model_->columnCount(); ++column) {
        const auto words = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().split(u' ');
        for (const auto& word : words) {
            longest = qMax(longest, QFontMetrics(boldFont()).horizontalAdvance(word));
        }
    }
    // Columns that go by number alone stand close.
    return longest + 20 < closest ? qMax(34, longest + 20) : qBound(narrow, longest + 16, wide);
}

void MatrixView::fitHeadings(int width) {
    const QFontMetrics metrics(boldFont());
    int high = 2 * metrics.lineSpacing();
    for (int column = 0; column < model_->columnCount(); ++column) {
        const auto heading = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        high = qMax(high,
                    metrics.boundingRect(QRect(0, 0, width - 12, 500), Qt::TextWordWrap, heading).height());
    }
    horizontalHeader()->setFixedHeight(qMin(high, 4 * metrics.lineSpacing()) + 14);
}

QFont MatrixView::boldFont() const {
    auto bold = font(); // as the style sheet draws headings
    bold.setBold(true);
    return bold;
}

void MatrixView::setNominal(std::vector<std::vector<int>> nominal) {
    model_->setNominal(std::move(nominal));
}

QSize MatrixView::sizeHint() const {
    const int bar = model_->columnCount() > 8 ? 20 : 0;
    return {420, horizontalHeader()->height() + model_->rowCount() * 30 + bar + 4};
}

void MatrixView::open(const QModelIndex& index) {
    const bool isGap = index.data(Model::nominalRole).isValid();
    if (index.isValid() && (index.data(Model::shareRole).toDouble() > 0 || isGap)) {
        Q_EMIT cellOpened(index.row(), index.column());
    }
}

} // namespace wardmote::charts
