#include "core/exchange/reading/read_file.h"

#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/readers.h"
#include "core/exchange/reading/wire.h"
#include "core/platform/child_process.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace wardmote::exchange {
namespace {

/// Passes on what the child tells of its progress.
class ParentSink : public ContentsSink {
public:
    explicit ParentSink(const Progress& progress) : progress_(progress) {}
    void progress(double fraction) override { progress_.at(fraction, "Reading"); }

private:
    const Progress& progress_;
};

Failure endedBy(const platform::ChildOutcome& outcome, const std::filesystem::path& file,
                const ReadLimits& limits) {
    const auto name = quotedName(file);
    switch (outcome.end) {
    case platform::ChildEnd::outOfMemory:
        return failure("Reading the file " + name + " took more than the " +
                           std::to_string(limits.memoryBytes >> 20U) +
                           " MB of memory that it may, so it was stopped.",
                       "Keep only the rows and columns needed, or save it as CSV.", outcome.message);
    case platform::ChildEnd::outOfTime:
        return failure("Reading the file " + name + " took longer than " + std::to_string(limits.seconds) +
                           " seconds, so it was stopped.",
                       "Keep only the rows and columns needed, or save it as CSV.", outcome.message);
    case platform::ChildEnd::tooMuchOutput:
        return failure("The file " + name + " holds more than can be read at once.",
                       "Split it into smaller files, or keep only the rows and columns needed.");
    case platform::ChildEnd::stopped:
        return failure("Stopped.");
    default:
        return failure(
            "The file " + name + " is damaged in a way that ended its reader. Nothing was changed.",
            "Open it in the program that made it, save it again and try that copy.", outcome.message);
    }
}

Result<FileContents> readInChild(const std::filesystem::path& program, const std::filesystem::path& file,
                                 const ReadOptions& options, const ReadLimits& limits,
                                 const Progress& progress) {
    platform::ChildLimits childLimits;
    childLimits.memoryBytes = limits.memoryBytes;
    childLimits.processorSeconds = limits.seconds;
    childLimits.clockSeconds = limits.seconds;
    // Cells come with a few bytes each, boundaries with sixteen a point.
    childLimits.outputBytes =
        limits.textBytes + limits.cells * 5ULL + limits.shapePoints * 16ULL + (64ULL << 20U);
    std::error_code ignored;
    const auto whole = std::filesystem::absolute(file, ignored);
    ParentSink sink(progress);
    // The guard stands here too: what a child sends is no more trusted than the file.
    GuardSink guard(sink, limits);
    WireDecoder decoder(guard);
    bool sense = true;
    std::optional<Error> overLimit;
    const auto outcome = platform::runChild(
        program, {readerArgument}, written({whole, options, limits}), childLimits,
        [&](std::string_view piece) {
            try {
                sense = decoder.take(piece);
            } catch (const Refused& refused) {
                overLimit = Error{refused.message, refused.remedy, refused.detail};
                sense = false;
            }
            return sense;
        },
        progress);
    if (!outcome) {
        return Failure(outcome.error());
    }
    if (overLimit) {
        return Failure(*overLimit);
    }
    if (decoder.refusal()) {
        return Failure(*decoder.refusal());
    }
    if (sense && decoder.ended() && outcome->end == platform::ChildEnd::returned) {
        return std::move(sink.contents);
    }
    if (!sense) {
        return endedBy({platform::ChildEnd::crashed, 0, "the reader's answer made no sense"}, file, limits);
    }
    return endedBy(*outcome, file, limits);
}

/// Memory that runs out is told by the exit code; nothing may be unwound then.
[[noreturn]] void memoryRanOut() {
    std::_Exit(platform::outOfMemoryExit);
}

std::string allInput() {
    std::string text;
    std::array<char, 4096> buffer{};
    std::size_t count = 0;
    while ((count = std::fread(buffer.data(), 1, buffer.size(), stdin)) > 0) {
        text.append(buffer.data(), count);
    }
    return text;
}

} // namespace

FileReader::FileReader(std::filesystem::path program, ReadLimits limits)
    : program_(std::move(program)), limits_(limits) {}

Result<FileContents> FileReader::read(const std::filesystem::path& file, const ReadOptions& options,
                                      const Progress& progress) const {
    Result<FileContents> contents;
    if (program_.empty()) {
        ParentSink sink(progress);
        if (auto done = readHere(file, options, limits_, sink); !done) {
            return Failure(done.error());
        }
        contents = std::move(sink.contents);
    } else {
        contents = readInChild(program_, file, options, limits_, progress);
    }
    if (contents && options.sheet && contents->tables.empty()) {
        return failure("The file " + quotedName(file) + " has no sheet named \"" + *options.sheet + "\".",
                       "Choose one of the sheets that it lists.");
    }
    return contents;
}

int readerMain(int, char**) {
    std::set_new_handler(&memoryRanOut);
    WireSink sink(stdout);
    const auto request = readRequest(allInput());
    if (!request) {
        sink.refused(request.error());
        return 2;
    }
    if (auto done = readHere(request->file, request->options, request->limits, sink); !done) {
        sink.refused(done.error());
        return 1;
    }
    sink.end();
    return 0;
}

} // namespace wardmote::exchange
