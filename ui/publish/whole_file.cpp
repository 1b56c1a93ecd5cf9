#include "ui/publish/whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace wardmote::publish {

namespace {

std::string quoted(const QString& path) {
    return "\"" + QDir::toNativeSeparators(path).toStdString() + "\"";
}

tl::unexpected<Error> couldNot(const QSaveFile& file, const QString& path, qint64 needed) {
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo storage(folder);
    const auto detail = file.errorString().toStdString();
    if (storage.isValid() && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < needed) {
        return failure("The file was not written: the disk that holds " + quoted(folder) + " is full.",
                       "Free some space or choose another folder.", detail);
    }
    if (file.error() == QFileDevice::PermissionsError || !QFileInfo(folder).isWritable()) {
        return failure("The file was not written: " + quoted(path) + " may not be written.",
                       "Choose another folder, or close the file where it is open.", detail);
    }
    return failure("The file was not written to " + quoted(path) + ".",
                   "Close the file if it is open in another program, or choose another name.", detail);
}

} // namespace

Result<void> writeWhole(const std::filesystem::path& path, std::string_view bytes) {
    const QString target = QString::fromStdU16String(path.u16string());
    const QFileInfo info(target);
    if (!info.absoluteDir().exists()) {
        return failure("The file was not written: there is no folder " + quoted(info.absolutePath()) + ".",
                       "Choose a folder that is there.");
    }
    if (info.isDir()) {
        return failure("The file was not written: " + quoted(target) + " is a folder.", "Give a file name.");
    }
    if (info.exists() && !info.isFile()) {
        // Renaming over a device or a pipe would put a plain file in its place.
        return failure("The file was not written: " + quoted(target) + " is no ordinary file.",
                       "Choose another name.");
    }
    QSaveFile file(target);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly)) {
        return couldNot(file, target, size);
    }
    if (file.write(bytes.data(), size) != size || !file.commit()) {
        return couldNot(file, target, size);
    }
    return {};
}

} // namespace wardmote::publish
