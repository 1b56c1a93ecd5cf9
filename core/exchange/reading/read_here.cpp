#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/readers.h"

#include <exception>
#include <new>

namespace wardmote::exchange {

bool isWanted(const ReadOptions& options, const std::string& sheet) {
    return !options.sheet || *options.sheet == sheet;
}

Result<void> readHere(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
                      Sink& sink) {
    const auto detected = detect(file, limits);
    if (!detected) {
        return Failure(detected.error());
    }
    GuardSink guard(sink, limits);
    try {
        guard.kind(detected->kind);
        switch (detected->kind) {
        case FileKind::csv:
            readCsv(file, options, limits, guard);
            break;
        case FileKind::xlsx:
            readXlsx(file, options, limits, guard);
            break;
        case FileKind::ods:
            readOds(file, options, limits, guard);
            break;
        case FileKind::xls:
            readXls(file, options, limits, guard);
            break;
        case FileKind::geoPackage:
        case FileKind::geoJson:
        case FileKind::shapefile:
            readLayers(file, detected->kind, detected->zippedShapefile, options, limits, guard);
            break;
        case FileKind::json:
            readJson(file, options, guard);
            break;
        case FileKind::calendar:
            readCalendar(file, options, guard);
            break;
        }
        guard.finish();
        return {};
    } catch (const Refused& refused) {
        return failure("The file " + quotedName(file) + " was not read. " + refused.message, refused.remedy,
                       refused.detail);
    } catch (const std::bad_alloc&) {
        throw; // the child then says so by its exit code
    } catch (const std::exception& error) {
        return failure("The file " + quotedName(file) + " could not be read: it is damaged.",
                       "Open it in the program that made it, save it again and try that copy.", error.what());
    }
}

} // namespace wardmote::exchange
