#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/footprints/footprints_page.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {

FootprintsPage::FootprintsPage(Session& session, Prompts& prompts, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), prompts_(prompts) {
    setObjectName(QStringLiteral("footprintsPage"));
    stack_ = new QStackedLayout(this);
    auto* content = new QWidget(this);
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    column->addWidget(makeTop());
    addState(*column, tr("Comparing footprints with the arrangement"));
    auto* split = new QSplitter(Qt::Horizontal, content);
    split->setObjectName(QStringLiteral("footprintsSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(makeFit());
    split->addWidget(makeMap());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({540, 260});
    column->addWidget(split, 1);
    makeEmptyState();
    stack_->addWidget(content);
    stack_->addWidget(empty_);

    forms_ = new QStackedWidget;
    setForm_ = new RecordForm(session, plan::RecordKind::footprintSet, forms_);
    footprintForm_ = new RecordForm(session, plan::RecordKind::footprint, forms_);
    forms_->addWidget(setForm_);
    forms_->addWidget(footprintForm_);
    connectAll();
}

FootprintsPage::~FootprintsPage() {
    if (!forms_->parent()) {
        delete forms_; // no window took it as its inspector
    }
}

QWidget* FootprintsPage::makeTop() {
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    sets_ = new QComboBox(top);
    setNames(*sets_, QStringLiteral("footprintSet"), tr("Footprint set shown"));
    sets_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sets_->setMinimumContentsLength(20);
    auto* label = new QLabel(tr("Se&t"), top);
    label->setBuddy(sets_);
    auto* change = makeButton(tr("&New, import, delete…"), QStringLiteral("footprintSetMenu"), top);
    change->setAccessibleName(tr("New, import, edit or delete a footprint set"));
    auto* menu = giveMenu(*change);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillSetMenu(*menu);
    });
    row->addWidget(label);
    row->addWidget(sets_, 1);
    row->addWidget(change);
    return top;
}

QWidget* FootprintsPage::makeFit() {
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("footprintsScroll"), tr("How the set agrees with the arrangement"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    words_ = makeParagraph({}, TextRole::section, content);
    words_->setObjectName(QStringLiteral("footprintsWords"));
    column->addWidget(words_);

    listCard_ = new Card({}, content);
    list_ = makePlainTable({tr("Footprint"), tr("How it lies")}, QStringLiteral("footprintsList"),
                           tr("Footprints and how they lie, those that are not whole first"));
    list_->setWordWrap(true);
    list_->verticalHeader()->setDefaultSectionSize(list_->fontMetrics().lineSpacing() * 3 + 12);
    list_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    list_->horizontalHeader()->resizeSection(0, 140);
    list_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    erase_ = makeButton(tr("De&lete footprint…"), QStringLiteral("footprintErase"), listCard_);
    listCard_->content().addWidget(list_);
    listCard_->content().addWidget(erase_, 0, Qt::AlignRight);
    column->addWidget(listCard_);

    matrixCard_ = new Card({}, content);
    matrix_ = new charts::MatrixView(content);
    setNames(*matrix_, QStringLiteral("footprintsMatrix"), tr("Footprints by cluster, in per cent"));
    matrix_->horizontalHeader()->setFixedHeight(fontMetrics().lineSpacing() * 4 + 12);
    matrixTable_ =
        makePlainTable({tr("Footprint"), tr("Cluster"), tr("Areas"), tr("Residents"), tr("Per cent")},
                       QStringLiteral("footprintsMatrixTable"), tr("Parts of footprints in clusters"));
    matrixTable_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    matrixTable_->hide();
    auto* toggle = makeLinkButton(tr("Show as table"), QStringLiteral("footprintsShowTable"), matrixCard_);
    toggle->setCheckable(true);
    connect(toggle, &QPushButton::toggled, this, [this, toggle](bool asTable) {
        matrix_->setVisible(!asTable);
        matrixTable_->setVisible(asTable);
        toggle->setText(asTable ? tr("Show as chart") : tr("Show as table"));
    });
    matrixCard_->content().addWidget(matrix_);
    matrixCard_->content().addWidget(matrixTable_);
    matrixCard_->content().addWidget(toggle, 0, Qt::AlignRight);
    column->addWidget(matrixCard_);

    notes_ = makeParagraph({}, TextRole::caption, content);
    notes_->setObjectName(QStringLiteral("footprintsNotes"));
    column->addWidget(notes_);
    column->addStretch(1);
    scroll->setWidget(content);
    return scroll;
}

QWidget* FootprintsPage::makeMap() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(8, 0, 0, 0);
    map_ = new charts::MapWidget(box);
    setNames(*map_, QStringLiteral("footprintsMap"), tr("Areas; choose those of a new footprint"));
    make_ =
        makePrimaryButton(tr("&Make a footprint of the selection…"), QStringLiteral("footprintMake"), box);
    column->addWidget(map_, 1);
    column->addWidget(makeParagraph(tr("Dashed: footprints that are not whole. Click an area, Ctrl+click or "
                                       "Shift+drag for several; they become a footprint of the set."),
                                    TextRole::caption, box));
    column->addWidget(make_);
    return box;
}

void FootprintsPage::makeEmptyState() {
    empty_ =
        new EmptyState(QStringLiteral("footprints"), tr("No footprints yet"),
                       tr("A footprint is another body's area: a councillor's ward, a police beat, a "
                          "primary care network. Import a set by its boundaries or from a table of codes, "
                          "or draw one, and this page shows which footprints the clusters split."),
                       this);
    empty_->addImport(tr("Import footprints…"), QStringLiteral("footprintsImport"),
                      plan::RecordKind::footprint);
    connect(empty_, &EmptyState::importRequested, this, &Page::importRequested);
    connect(empty_->addButton(tr("New set…"), QStringLiteral("footprintsNewSet")), &QPushButton::clicked,
            this, &FootprintsPage::newSetAsked);
}

QWidget* FootprintsPage::inspector() {
    return forms_;
}

} // namespace wardmote::ui
