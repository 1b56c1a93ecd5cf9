#include "core/store/lease.h"

#include "core/plan/date.h"
#include "core/platform/durable_file.h"
#include "core/platform/host.h"
#include "core/store/history.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <random>

namespace wardmote::store {
namespace {

std::string newToken() {
    std::random_device entropy;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", entropy(), entropy(), entropy(), entropy());
}

std::string noteText(const std::filesystem::path& plan, const Lease& lease) {
    return fmt::format("“{}” is open for editing by {}.\n"
                       "Others can open it to read meanwhile. This note goes when it is closed; deleting it "
                       "changes nothing.\n[{}]\n",
                       platform::shown(plan.filename()), inWords(lease), lease.token);
}

} // namespace

std::optional<Lease> leaseIn(SQLite::Database& database) {
    SQLite::Statement row(database,
                          "SELECT token, author, machine, machine_key, process_key, since FROM lease");
    if (!row.executeStep()) {
        return std::nullopt;
    }
    return Lease{row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                 row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getString()};
}

bool isAbandoned(const Lease& lease) {
    return platform::stateOf(lease.machineKey, lease.processKey) == platform::ProcessState::gone;
}

Lease writeLease(SQLite::Database& database, const Opener& opener) {
    Lease lease{newToken(),
                opener.author.empty() ? platform::accountName() : opener.author,
                opener.machine.empty() ? platform::machineName() : opener.machine,
                platform::machineKey(),
                platform::processKey(),
                timeNow()};
    SQLite::Statement row(database, "INSERT OR REPLACE INTO lease(id, token, author, machine, machine_key, "
                                    "process_key, since) VALUES(1, ?, ?, ?, ?, ?, ?)");
    row.bind(1, lease.token);
    row.bind(2, lease.author);
    row.bind(3, lease.machine);
    row.bind(4, lease.machineKey);
    row.bind(5, lease.processKey);
    row.bind(6, lease.since);
    row.exec();
    return lease;
}

void removeLease(SQLite::Database& database, const std::string& token) {
    SQLite::Statement row(database, "DELETE FROM lease WHERE token = ?");
    row.bind(1, token);
    row.exec();
}

std::string inWords(const Lease& lease) {
    const auto day = plan::Date::fromIso(lease.since.substr(0, 10));
    const auto when = day && lease.since.size() >= 16
                          ? fmt::format("{}, {} (UTC)", day->words(), lease.since.substr(11, 5))
                          : lease.since;
    return fmt::format("{} on {} since {}", lease.author, lease.machine, when);
}

std::filesystem::path noteBeside(const std::filesystem::path& plan) {
    auto note = plan;
    note += ".in-use.txt";
    return note;
}

void writeNote(const std::filesystem::path& plan, const Lease& lease) {
    std::ofstream(noteBeside(plan), std::ios::binary | std::ios::trunc) << noteText(plan, lease);
}

void removeNote(const std::filesystem::path& plan, const Lease& lease) {
    std::string text;
    {
        std::ifstream file(noteBeside(plan), std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(file), {});
    }
    // Somebody who took over has written another.
    if (text.find(lease.token) != std::string::npos) {
        std::error_code ignored;
        std::filesystem::remove(noteBeside(plan), ignored);
    }
}

} // namespace wardmote::store
