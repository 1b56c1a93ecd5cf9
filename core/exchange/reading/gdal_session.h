#pragma once
#include "core/exchange/reading/sink.h"

#include <filesystem>
#include <gdal_priv.h>
#include <memory>
#include <ogrsf_frmts.h>
#include <string>
#include <vector>

namespace wardmote::exchange {

/// GDAL for the time of one reading: drivers registered once, its messages collected instead of printed, no
/// network and no files but the one that is asked for.
class GdalSession {
public:
    GdalSession();
    ~GdalSession();
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;

    /// Opens with the one driver that is named; throws Refused with what GDAL said.
    GDALDatasetUniquePtr open(const std::string& path, const std::filesystem::path& file, const char* driver,
                              const char* kindOfFile) const;
    const std::vector<std::string>& said() const { return said_; }

private:
    std::vector<std::string> said_;
};

/// A path as GDAL takes it, UTF-8 on every system.
std::string gdalPath(const std::filesystem::path& file);

/// A field as text, empty if null: numbers plain, dates ISO, lists separated by "; ".
std::string fieldText(const OGRFeature& feature, int field, CellHint& hint);

} // namespace wardmote::exchange
