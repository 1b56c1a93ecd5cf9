#include "core/exchange/reading/gdal_session.h"

#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/number_text.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <mutex>

namespace wardmote::exchange {
namespace {

void CPL_STDCALL collect(CPLErr level, CPLErrorNum, const char* message) {
    auto* said = static_cast<std::vector<std::string>*>(::CPLGetErrorHandlerUserData());
    constexpr std::size_t kept = 50;
    if (said != nullptr && level >= CE_Warning && said->size() < kept) {
        said->emplace_back(message);
    }
}

void registerOnce() {
    static std::once_flag done;
    std::call_once(done, [] {
        ::CPLSetConfigOption("OGR_XLS_HEADERS", "DISABLE");
        ::CPLSetConfigOption("OGR_XLS_FIELD_TYPES", "STRING");
        ::CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE");
        ::CPLSetConfigOption("GDAL_PAM_ENABLED", "NO"); // no .aux.xml files beside other people's files
        ::CPLSetConfigOption("PROJ_NETWORK", "OFF");
        ::CPLSetConfigOption("OGR_ORGANIZE_POLYGONS", "DEFAULT");
        ::GDALAllRegister();
    });
}

std::string listText(const OGRFeature& feature, int field) {
    std::string text;
    char** list = feature.GetFieldAsStringList(field);
    for (; list != nullptr && *list != nullptr; ++list) {
        text += (text.empty() ? "" : "; ") + std::string(*list);
    }
    return text;
}

std::string dateText(const OGRFeature& feature, int field, CellHint& hint) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const auto date = std::to_string(year) + "-" + two(month) + "-" + two(day);
    const auto clock = two(hour) + ":" + two(minute);
    const auto type = feature.GetFieldDefnRef(field)->GetType();
    hint = type == OFTDate ? CellHint::date : type == OFTTime ? CellHint::time : CellHint::dateTime;
    return type == OFTDate ? date : type == OFTTime ? clock : date + " " + clock;
}

} // namespace

GdalSession::GdalSession() {
    registerOnce();
    ::CPLPushErrorHandlerEx(&collect, &said_);
}

GdalSession::~GdalSession() {
    ::CPLPopErrorHandler();
}

GDALDatasetUniquePtr GdalSession::open(const std::string& path, const std::filesystem::path& file,
                                       const char* driver, const char* kindOfFile) const {
    if (::GDALGetDriverByName(driver) == nullptr) {
        throw Refused{"This installation cannot read " + std::string(kindOfFile) +
                          ": the part of GDAL for it (" + driver + ") is missing.",
                      "Save the file in another form, or install the complete GDAL library.",
                      {}};
    }
    const char* drivers[] = {driver, nullptr};
    GDALDatasetUniquePtr opened(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers));
    if (!opened) {
        throw Refused{"The file " + quotedName(file) + " is damaged or is not " + kindOfFile + ".",
                      "Open it in the program that made it, save it again and try that copy.",
                      said_.empty() ? std::string{} : said_.back()};
    }
    return opened;
}

std::string gdalPath(const std::filesystem::path& file) {
    std::error_code ignored;
    // Absolute, so that no name is taken for one of GDAL's own prefixes.
    const auto name = std::filesystem::absolute(file, ignored).u8string();
    return {name.begin(), name.end()};
}

std::string fieldText(const OGRFeature& feature, int field, CellHint& hint) {
    hint = CellHint::text;
    if (feature.IsFieldSetAndNotNull(field) == 0) {
        return {};
    }
    const auto* definition = feature.GetFieldDefnRef(field);
    switch (definition->GetType()) {
    case OFTInteger:
        if (definition->GetSubType() == OFSTBoolean) {
            hint = CellHint::flag;
            return feature.GetFieldAsInteger(field) != 0 ? "yes" : "no";
        }
        [[fallthrough]];
    case OFTInteger64:
        hint = CellHint::number;
        return std::to_string(feature.GetFieldAsInteger64(field));
    case OFTReal: {
        hint = CellHint::number;
        return plainNumber(::CPLSPrintf("%.17g", feature.GetFieldAsDouble(field)));
    }
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return dateText(feature, field, hint);
    case OFTStringList:
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
        return listText(feature, field);
    case OFTBinary:
        return {};
    default:
        return feature.GetFieldAsString(field);
    }
}

} // namespace wardmote::exchange
