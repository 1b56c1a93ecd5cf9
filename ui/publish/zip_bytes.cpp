#include "ui/publish/zip_bytes.h"

#include <memory>
#include <zip.h>

namespace wardmote::publish {

namespace {

tl::unexpected<Error> couldNot(const char* detail) {
    return failure("The text document could not be put together.", "Export PDF or HTML instead.",
                   detail ? detail : "");
}

zip_uint16_t dosDate(plan::Date date) {
    const int year = date.year < 1980 ? 0 : date.year - 1980;
    return static_cast<zip_uint16_t>((year << 9) | (date.month << 5) | date.day);
}

} // namespace

Result<std::string> zipOf(const std::vector<ZipEntry>& entries, plan::Date date) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (!target) {
        return couldNot(zip_error_strerror(&error));
    }
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive) {
        zip_source_free(target);
        return couldNot(zip_error_strerror(&error));
    }
    zip_source_keep(target); // closing the archive would free it with its bytes
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept(target, zip_source_free);
    for (const auto& entry : entries) {
        zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
        const auto index = source ? zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            zip_discard(archive);
            return couldNot("an entry could not be added");
        }
        const auto at = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(archive, at, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
        zip_file_set_dostime(archive, at, 0, dosDate(date), 0);
    }
    if (zip_close(archive) != 0) {
        const std::string detail = zip_strerror(archive);
        zip_discard(archive);
        return couldNot(detail.c_str());
    }
    zip_stat_t about;
    if (zip_source_stat(target, &about) != 0 || zip_source_open(target) != 0) {
        return couldNot("the archive could not be read back");
    }
    std::string bytes(static_cast<std::size_t>(about.size), '\0');
    const auto read = zip_source_read(target, bytes.data(), about.size);
    zip_source_close(target);
    if (read < 0 || static_cast<zip_uint64_t>(read) != about.size) {
        return couldNot("the archive could not be read back");
    }
    return bytes;
}

} // namespace wardmote::publish
