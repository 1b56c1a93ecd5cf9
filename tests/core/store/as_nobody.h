#pragma once
#ifndef _WIN32
#include "tests/support/folders.h"

#include <exception>
#include <unistd.h>

namespace wardmote::tests {

/// Root may write everywhere, so tests of what may not be written run as nobody.
class AsNobody {
public:
    AsNobody() {
        if (geteuid() == 0) {
            root_ = true;
            was_ = seteuid(65534) == 0;
        }
    }
    ~AsNobody() {
        if (root_ && seteuid(0) != 0) {
            std::terminate();
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool root_ = false;
    bool was_ = false;
};

inline void setFolderWritable(const TemporaryFolder& folder, bool writable) {
    using std::filesystem::perms;
    std::filesystem::permissions(folder.path(), writable ? perms::owner_all
                                                         : perms::owner_read | perms::owner_exec |
                                                               perms::group_read | perms::group_exec |
                                                               perms::others_read | perms::others_exec);
}

} // namespace wardmote::tests
#endif
