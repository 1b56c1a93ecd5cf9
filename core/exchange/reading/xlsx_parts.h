#pragma once
#include "core/exchange/reading/zip_archive.h"

#include <string>
#include <string_view>
#include <vector>

namespace wardmote::exchange {

/// One worksheet as the workbook lists it.
struct XlsxSheet {
    std::string name;
    std::string member; ///< path in the archive
    bool hidden = false;
};

/// What the small parts of a workbook say, before its sheets are read.
struct XlsxWorkbook {
    std::vector<XlsxSheet> sheets; ///< worksheets alone: chart sheets have no cells
    std::vector<CellHint> styles;  ///< by style number: what its number format shows
    std::string stringsMember;     ///< shared texts; empty if there are none
    bool from1904 = false;
};

/// Throws Refused if the parts are missing or damaged.
XlsxWorkbook readXlsxWorkbook(const ZipArchive& archive);

/// The texts that cells share, in one block.
class SharedTexts {
public:
    std::string_view at(std::size_t index) const;
    void add(std::string_view piece) { bytes_.append(piece); }
    void endText() { ends_.push_back(bytes_.size()); }

private:
    std::string bytes_;
    std::vector<std::size_t> ends_;
};
/// Throws Refused over limits.textBytes.
SharedTexts readSharedTexts(const ZipArchive& archive, const std::string& member, const ReadLimits& limits);

/// "_x0009_" stands for a character that XML can't hold; here it becomes that character.
std::string withoutEscapes(std::string_view text);

} // namespace wardmote::exchange
