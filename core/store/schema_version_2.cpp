#include "core/store/format.h"

namespace wardmote::store {

/// Clusters drawn: locks, areas outside the council, parts of a parish, boundaries of footprints, the reasons
/// of moves, what local councils say, breaches accepted, assets on the map.
std::string_view recordTables2() {
    return R"sql(
ALTER TABLE area ADD COLUMN part_of TEXT;
ALTER TABLE area ADD COLUMN outside INTEGER;
ALTER TABLE footprint_set ADD COLUMN code_vintage TEXT;
ALTER TABLE footprint ADD COLUMN boundary BLOB;
ALTER TABLE arrangement ADD COLUMN locked INTEGER;
ALTER TABLE cluster ADD COLUMN locked INTEGER;
ALTER TABLE cluster_areas ADD COLUMN locked INTEGER;
CREATE TABLE cluster_team_organisations(
    owner INTEGER NOT NULL REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    organisation INTEGER NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_team_organisations_by_organisation ON cluster_team_organisations(organisation);
CREATE TABLE asset(
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    owner INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    use TEXT,
    address TEXT,
    easting REAL,
    northing REAL,
    notes TEXT,
    source TEXT,
    source_key TEXT,
    date_checked TEXT
) STRICT;
CREATE INDEX asset_by_owner ON asset(owner) WHERE owner IS NOT NULL;
CREATE INDEX asset_by_area ON asset(area) WHERE area IS NOT NULL;
CREATE TABLE asset_areas_served(
    owner INTEGER NOT NULL REFERENCES asset(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_areas_served_by_area ON asset_areas_served(area);
CREATE TABLE move(
    id INTEGER PRIMARY KEY,
    name TEXT,
    arrangement INTEGER REFERENCES arrangement(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    from_cluster INTEGER REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    to_cluster INTEGER REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    moved_by TEXT,
    moved_on TEXT
) STRICT;
CREATE INDEX move_by_arrangement ON move(arrangement) WHERE arrangement IS NOT NULL;
CREATE INDEX move_by_area ON move(area) WHERE area IS NOT NULL;
CREATE INDEX move_by_from_cluster ON move(from_cluster) WHERE from_cluster IS NOT NULL;
CREATE INDEX move_by_to_cluster ON move(to_cluster) WHERE to_cluster IS NOT NULL;
CREATE TABLE local_response(
    id INTEGER PRIMARY KEY,
    name TEXT,
    arrangement INTEGER REFERENCES arrangement(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    view TEXT,
    minute_reference TEXT,
    words TEXT,
    responded_on TEXT,
    notes TEXT,
    source TEXT,
    source_key TEXT
) STRICT;
CREATE INDEX local_response_by_arrangement ON local_response(arrangement) WHERE arrangement IS NOT NULL;
CREATE INDEX local_response_by_area ON local_response(area) WHERE area IS NOT NULL;
CREATE TABLE acceptance(
    id INTEGER PRIMARY KEY,
    name TEXT,
    rule TEXT,
    subject TEXT,
    arrangement INTEGER REFERENCES arrangement(id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    accepted_by TEXT,
    accepted_on TEXT
) STRICT;
CREATE INDEX acceptance_by_arrangement ON acceptance(arrangement) WHERE arrangement IS NOT NULL;
)sql";
}

} // namespace wardmote::store
