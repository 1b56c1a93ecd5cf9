#include "ui/charts/map_widget.h"
#include "ui/pages/map/map_export.h"
#include "ui/pages/map/map_page.h"
#include "ui/pages/map/room_view.h"
#include "ui/publish/whole_file.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>

#include <filesystem>

namespace wardmote::ui {
namespace {

QString fileName(QString name, const QString& suffix) {
    for (auto& letter : name) {
        if (letter < u' ' || QStringLiteral("<>:\"/\\|?*").contains(letter)) {
            letter = u' ';
        }
    }
    return name + u'.' + suffix;
}

MapFormat formatOf(const QString& suffix) {
    return suffix == QLatin1String("svg")   ? MapFormat::svg
           : suffix == QLatin1String("png") ? MapFormat::png
                                            : MapFormat::pdf;
}

Result<void> writeSheet(const charts::MapSpec& spec, const MapSheetText& text, MapFormat format,
                        MapPaper paper, const QString& path) {
    try {
        const auto bytes = mapSheet(spec, text, format, paper);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        return publish::writeWhole(std::filesystem::path(path.toStdU16String()),
                                   {bytes->constData(), static_cast<std::size_t>(bytes->size())});
    } catch (const std::exception& problem) {
        return failure("The map was not written.", "Try a smaller sheet.", problem.what());
    }
}

} // namespace

void MapPage::addExportMenu(QPushButton& button) {
    auto* menu = giveMenu(button);
    const auto add = [&](const QString& text, const char* name, const QString& suffix, MapPaper paper) {
        auto* action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this,
                [this, suffix, paper] { exportAs(suffix, static_cast<int>(paper)); });
    };
    add(tr("PDF for &A3…"), "mapExportA3", QStringLiteral("pdf"), MapPaper::a3);
    add(tr("&PDF for A1…"), "mapExportA1", QStringLiteral("pdf"), MapPaper::a1);
    add(tr("&Drawing (SVG)…"), "mapExportSvg", QStringLiteral("svg"), MapPaper::a3);
    add(tr("P&icture (PNG)…"), "mapExportPng", QStringLiteral("png"), MapPaper::a3);
}

void MapPage::exportAs(const QString& suffix, int paper) {
    const auto name =
        QString::fromStdString(plan::nameOf(*session_.plan(), plan::RecordKind::arrangement, arrangement()));
    const auto folder = preferences_ ? preferences_->folder(QStringLiteral("map")) : QDir::homePath();
    auto path = prompts_.saveFile(this, tr("Export the map"),
                                  QDir(folder).filePath(fileName(tr("Map of %1").arg(name), suffix)),
                                  suffix == QLatin1String("svg")   ? tr("SVG drawing (*.svg)")
                                  : suffix == QLatin1String("png") ? tr("PNG picture (*.png)")
                                                                   : tr("PDF document (*.pdf)"));
    if (!path || path->isEmpty()) {
        return;
    }
    if (QFileInfo(*path).suffix().isEmpty()) {
        *path += u'.' + suffix;
    }
    MapSheetText text;
    text.title = name;
    text.subtitle = QString::fromStdString(session_.plan()->settings().name);
    if (colourBy_ != ColourBy::cluster) {
        text.subtitle += tr(", coloured by %1").arg(map_->spec().shadedBy.toLower());
    }
    text.date = today();
    const QPointer<MapPage> page(this);
    QThreadPool::globalInstance()->start([page, spec = map_->spec(), text, suffix, paper, target = *path] {
        const auto result = writeSheet(spec, text, formatOf(suffix), static_cast<MapPaper>(paper), target);
        QMetaObject::invokeMethod(
            qApp,
            [page, result, target] {
                if (page) {
                    page->exported(target, result);
                }
            },
            Qt::QueuedConnection);
    });
}

void MapPage::exported(const QString& path, const Result<void>& result) {
    if (!result) {
        prompts_.warn(this, tr("Map not written"), QString::fromStdString(result.error().text()));
        return;
    }
    if (preferences_) {
        preferences_->noteFolderOf(QStringLiteral("map"), path);
    }
    tell(tr("Written to %1.").arg(QDir::toNativeSeparators(path)));
    Q_EMIT mapWritten(path);
}

RoomView* MapPage::openRoomView() {
    auto* room = new RoomView(session_, prompts_, window());
    room->setAttribute(Qt::WA_DeleteOnClose);
    room->show(figures_);
    connect(this, &MapPage::figuresChanged, room, [this, room] { room->show(figures_); });
    connect(room, &RoomView::assignRequested, this,
            [this, room](const std::vector<plan::Id>& areas, plan::Id cluster) {
                assign(areas, cluster);
                room->tell(messageBar_->isVisible() ? message_->text() : QString());
            });
    room->showFullScreen();
    return room;
}

} // namespace wardmote::ui
