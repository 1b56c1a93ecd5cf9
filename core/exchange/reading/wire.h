#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/sink.h"

#include <cstdio>
#include <filesystem>
#include <functional>

namespace wardmote::exchange {

/// What the parent asks of the reading child, as one JSON text on its standard input.
struct ReadRequest {
    std::filesystem::path file;
    ReadOptions options;
    ReadLimits limits;
};
std::string written(const ReadRequest& request);
Result<ReadRequest> readRequest(std::string_view text);

/// Writes what readers find as frames: a letter, the length in four bytes, the content. Numbers are
/// little-endian. The last frame is 'E' (all read) or 'X' (refused: message, remedy, detail); a stream
/// without either was cut short.
class WireSink : public Sink {
public:
    explicit WireSink(std::FILE* to) : to_(to) {}
    void kind(FileKind kind) override;
    void csv(Encoding encoding, bool byteOrderMark, char delimiter) override;
    void sheet(const SheetSummary& summary) override;
    void startTable(const std::string& name, bool hidden, bool headingsInFirstRow) override;
    void row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) override;
    void merge(const Merge& merge) override;
    void cut() override;
    void warning(const Warning& warning) override;
    void progress(double fraction) override;
    void end();
    void refused(const Error& error);

private:
    void send(char type);
    std::FILE* to_;
    std::string frame_;
};

/// Takes the pieces that arrive from a child apart and repeats them to a sink. Trusts nothing: the child may
/// have been taken over by the file it reads.
class WireDecoder {
public:
    explicit WireDecoder(Sink& sink) : sink_(sink) {}
    /// False once the stream makes no sense.
    bool take(std::string_view piece);
    bool ended() const { return ended_; }
    const std::optional<Error>& refusal() const { return refusal_; }

private:
    bool frame(char type, std::string_view content);
    Sink& sink_;
    std::string waiting_;
    std::vector<SinkCell> cells_;
    bool tableStarted_ = false;
    bool ended_ = false;
    std::optional<Error> refusal_;
};

} // namespace wardmote::exchange
