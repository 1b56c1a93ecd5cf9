#include "core/exchange/partners/partner_workbook.h"
#include "ui/pages/partners/differences_table.h"
#include "ui/pages/partners/partners_page.h"
#include "ui/session/session.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QRandomGenerator>
#include <QTableWidget>

/// A list on its way to a partner and back.
namespace wardmote::ui {
namespace {

std::filesystem::path pathOf(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

std::uint64_t newSeed() {
    return QRandomGenerator::global()->generate64();
}

} // namespace

void PartnersPage::write() {
    const auto name = partners_->currentText();
    const auto path =
        prompts_.saveFile(this, tr("Write the list"), tr("%1, list of %2.xlsx").arg(name, qtext(day().iso())),
                          tr("Excel workbooks (*.xlsx)"));
    if (!path) {
        return;
    }
    exchange::PartnerRequest request{partner(), places_->currentData().toLongLong(), columns_,
                                     plan::IdSource(newSeed()).next(), day()};
    task_.run(
        [request, file = pathOf(*path)](const plan::PlanRef& plan, const Progress&) {
            return exchange::writePartnerWorkbook(*plan, request, file);
        },
        [this, name, path = *path](Result<plan::PartnerList> written) {
            if (!written) {
                return tell(qtext(written.error().text()), true);
            }
            plan::Changes changes;
            changes.insert(*written);
            session_.perform(tr("Send a list to %1").arg(name), changes);
            tell(tr("Written: %1, with %2 mechanisms. Send it to %3.")
                     .arg(QFileInfo(path).fileName())
                     .arg(written->rows.size())
                     .arg(name));
        });
}

bool PartnersPage::takeFile(const QString& path) {
    static const QStringList workbooks{QStringLiteral("xlsx"), QStringLiteral("ods"), QStringLiteral("xls")};
    if (!isVisible() || partner() == 0 || task_.isRunning() ||
        !workbooks.contains(QFileInfo(path).suffix().toLower())) {
        return false;
    }
    readBack(path);
    return true;
}

void PartnersPage::readBack(const QString& path) {
    leaveReturn();
    tell(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    task_.run([reader = reader_, file = pathOf(path)](
                  const plan::PlanRef&, const Progress& progress) { return reader.read(file, {}, progress); },
              [this, name = QFileInfo(path).fileName()](Result<exchange::FileContents> contents) {
                  if (!contents) {
                      return tell(qtext(contents.error().text()), true);
                  }
                  seed_ = newSeed();
                  compare(std::make_shared<const exchange::FileContents>(std::move(*contents)), name);
              });
}

void PartnersPage::compare(Tables contents, const QString& fileName) {
    contents_ = std::move(contents);
    fileName_ = fileName;
    const exchange::ReturnOptions options{day(), seed_};
    task_.run(
        [tables = contents_, name = fileName.toStdString(), partner = partner(),
         options](const plan::PlanRef& plan, const Progress&) {
            return exchange::readPartnerReturn(tables->tables, name, *plan, partner, options);
        },
        [this](Result<exchange::PartnerReturn> back) {
            if (!back) {
                leaveReturn();
                showPartner();
                return tell(qtext(back.error().text()), true);
            }
            present(std::move(*back));
        });
}

void PartnersPage::present(exchange::PartnerReturn back) {
    back_ = std::make_shared<const exchange::PartnerReturn>(std::move(back));
    QStringList warnings;
    for (const auto& warning : back_->warnings) {
        warnings << qtext(warning);
    }
    tell(warnings.join(QLatin1Char('\n')), !warnings.isEmpty());
    showReturn();
    showPartner();
}

void PartnersPage::showReturn() {
    qsizetype added = 0;
    for (const auto& row : back_->rows) {
        added += row.isNew ? 1 : 0;
    }
    returned_->setText(tr("%1: %2 rows agree, %3 fields differ, %4 new. Tick what is to be taken; nothing "
                          "has been changed yet.")
                           .arg(fileName_)
                           .arg(back_->same)
                           .arg(back_->differences())
                           .arg(added));
    differences_->setReturn(*back_);
    queries_->setRowCount(0);
    const auto add = [this](const QString& words) {
        queries_->insertRow(queries_->rowCount());
        queries_->setItem(queries_->rowCount() - 1, 0, wordsItem(words));
    };
    const auto plan = session_.plan();
    for (const auto id : back_->missing) {
        add(tr("No longer in the list: %1. Has it ended? Nothing is deleted.")
                .arg(qtext(plan::nameOf(*plan, plan::RecordKind::mechanism, id))));
    }
    for (const auto& row : back_->rows) {
        for (const auto& notice : row.notices) {
            add(tr("Row %1, %2: %3").arg(row.row).arg(qtext(row.name), qtext(notice)));
        }
    }
    for (const auto& change : back_->sinceLast) {
        add(tr("Since the last list: %1").arg(qtext(change)));
    }
    queries_->setVisible(queries_->rowCount() > 0);
}

void PartnersPage::takeChoice() {
    const auto choice = differences_->choice();
    const auto name = partners_->currentText();
    session_.perform(tr("Take what %1 sent back").arg(name),
                     [back = back_, choice, options = exchange::ReturnOptions{day(), seed_},
                      list = plan::IdSource(newSeed()).next()](const plan::Plan& plan) {
                         return exchange::changesOf(*back, choice, plan, options, list);
                     });
    const auto fields = choice.fields.size();
    const auto added = choice.newRows.size();
    leaveReturn();
    showPartner();
    tell(tr("Taken from %1: %2 fields and %3 new mechanisms. The list is remembered as it came.")
             .arg(name)
             .arg(fields)
             .arg(added));
}

} // namespace wardmote::ui
