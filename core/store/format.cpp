#include "core/store/format.h"

#include <algorithm>

namespace wardmote::store {

const Migration* Format::find(int version) const {
    const auto found = std::ranges::find(migrations, version, &Migration::version);
    return found == migrations.end() ? nullptr : &*found;
}

Format currentFormat() {
    return {{{.version = 1,
              .minCompatible = 1,
              .programFrom = "Wardmote 0.1",
              .sql = {bookkeepingTables1(), recordTables1()}},
             // A program that knows format 1 would read such a file as if nothing were locked or outside.
             {.version = 2, .minCompatible = 2, .programFrom = "Wardmote 0.2", .sql = {recordTables2()}},
             // A program that knows format 2 would publish what is not for publication.
             {.version = 3, .minCompatible = 3, .programFrom = "Wardmote 0.3", .sql = {recordTables3()}}}};
}

} // namespace wardmote::store
