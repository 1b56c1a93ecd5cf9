#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/gdal_session.h"
#include "core/exchange/reading/number_text.h"
#include "core/exchange/reading/readers.h"
#include "core/exchange/reading/sheet_rows.h"

#include <algorithm>

namespace wardmote::exchange {
namespace {

/// FreeXL gives numbers with all 17 digits, and everything as text, which a text must not lose: only what is
/// wholly a number with a point is shortened.
std::string withoutFloatNoise(std::string text) {
    const bool numeric = text.find_first_not_of("0123456789.-+eE") == std::string::npos;
    return numeric && text.size() > 15 && text.find('.') != std::string::npos ? plainNumber(text) : text;
}

bool endsInXls(const std::filesystem::path& file) {
    auto extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return extension.size() == 4 && extension.ends_with("xls");
}

} // namespace

void readXls(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
             Sink& sink) {
    if (!endsInXls(file)) {
        throw Refused{"The file " + quotedName(file) + " is an old Excel workbook under another name.",
                      "Rename it so that its name ends in .xls.",
                      {}};
    }
    const GdalSession gdal;
    const auto workbook = gdal.open(gdalPath(file), file, "XLS", "an old Excel workbook (XLS)");
    for (auto* layer : workbook->GetLayers()) {
        sink.sheet({layer->GetName(), false, std::nullopt, {}, {}});
    }
    for (auto* layer : workbook->GetLayers()) {
        const std::string name = layer->GetName();
        if (!isWanted(options, name)) {
            continue;
        }
        SheetRows rows(name, false, options, sink);
        for (const auto& feature : layer) {
            // One row more than wanted, so that it is known that there are more.
            rows.startRow(rows.lastNumber() + 1);
            const auto columns =
                std::min(static_cast<std::size_t>(feature->GetFieldCount()), limits.columns + 1);
            for (std::size_t i = 0; i < columns; ++i) {
                auto hint = CellHint::text;
                rows.cell(i, withoutFloatNoise(fieldText(*feature, static_cast<int>(i), hint)), hint);
            }
            const bool full = rows.full();
            rows.endRow();
            if (full) {
                break;
            }
        }
        rows.finish();
    }
}

} // namespace wardmote::exchange
