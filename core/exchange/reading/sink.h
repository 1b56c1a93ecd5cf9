#pragma once
#include "core/exchange/reading/read_options.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::exchange {

/// Why a file was refused: thrown by readers to leave a parse from deep inside, caught in readHere().
struct Refused {
    std::string message;
    std::string remedy;
    std::string detail;
};

struct SinkCell {
    std::string_view text;
    CellHint hint = CellHint::text;
};

/// Where readers put what they find, in the order in which they find it, so that a file is never held whole
/// twice. The reading child's sink writes to a pipe, the parent's builds FileContents.
class Sink {
public:
    virtual ~Sink() = default;
    virtual void kind(FileKind kind) = 0;
    virtual void csv(Encoding encoding, bool byteOrderMark, char delimiter) = 0;
    virtual void sheet(const SheetSummary& summary) = 0;
    virtual void startTable(const std::string& name, bool hidden, bool headingsInFirstRow) = 0;
    /// One row of the table started last.
    virtual void row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) = 0;
    virtual void merge(const Merge& merge) = 0; ///< of the table started last
    virtual void cut() = 0;                     ///< the table started last has more rows
    virtual void warning(const Warning& warning) = 0;
    virtual void progress(double fraction) = 0;
};

/// Builds FileContents.
class ContentsSink : public Sink {
public:
    void kind(FileKind kind) override { contents.kind = kind; }
    void csv(Encoding encoding, bool byteOrderMark, char delimiter) override;
    void sheet(const SheetSummary& summary) override { contents.sheets.push_back(summary); }
    void startTable(const std::string& name, bool hidden, bool headingsInFirstRow) override;
    void row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) override;
    void merge(const Merge& merge) override;
    void cut() override;
    void warning(const Warning& warning) override { contents.warnings.push_back(warning); }
    void progress(double) override {}

    FileContents contents;

private:
    Table& table();
};

/// Stands before another sink and holds the limits: too many columns, cells or bytes are refused, cells too
/// long are cut, repeated warnings are counted instead of listed.
class GuardSink : public Sink {
public:
    GuardSink(Sink& behind, const ReadLimits& limits) : behind_(behind), limits_(limits) {}
    void kind(FileKind kind) override { behind_.kind(kind); }
    void csv(Encoding encoding, bool byteOrderMark, char delimiter) override {
        behind_.csv(encoding, byteOrderMark, delimiter);
    }
    void sheet(const SheetSummary& summary) override { behind_.sheet(summary); }
    void startTable(const std::string& name, bool hidden, bool headingsInFirstRow) override;
    void row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) override;
    void merge(const Merge& merge) override;
    void cut() override { behind_.cut(); }
    void warning(const Warning& warning) override;
    void progress(double fraction) override { behind_.progress(fraction); }
    void finish(); ///< says how many warnings were left out

private:
    Sink& behind_;
    const ReadLimits& limits_;
    std::string table_;
    std::vector<SinkCell> shortened_;
    std::size_t cells_ = 0;
    std::uint64_t bytes_ = 0;
    std::size_t points_ = 0;
    std::size_t merges_ = 0;
    std::size_t warnings_ = 0;
};

/// The longest start of a text that is no more than this many bytes and splits no UTF-8 character.
std::string_view shortenedTo(std::string_view text, std::size_t bytes);

} // namespace wardmote::exchange
