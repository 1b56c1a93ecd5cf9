#include "core/store/format.h"

namespace wardmote::store {

/// Written out once and never changed after its release: later formats are migrations of their own. (Two
/// literals, because some compilers take no longer ones.)
std::string_view recordTables1() {
    return R"sql(
CREATE TABLE plan(
    id INTEGER PRIMARY KEY,
    name TEXT,
    own_council INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    cluster_word TEXT,
    cluster_word_plural TEXT,
    area_words TEXT,
    financial_year_start_month INTEGER,
    arrangement_in_force INTEGER REFERENCES arrangement(id) DEFERRABLE INITIALLY DEFERRED,
    use_fees_rules_rate INTEGER,
    assumed_travel_hours REAL,
    assumed_reading_hours REAL,
    assumed_organising_hours REAL,
    weight_place REAL,
    weight_purpose REAL,
    weight_audience REAL,
    weight_attendance REAL,
    duplication_threshold REAL,
    confidence_needed REAL,
    place_needed REAL,
    containment_high REAL,
    purpose_shared REAL,
    residents_minimum INTEGER,
    residents_maximum INTEGER,
    tolerance_percent REAL,
    notes TEXT
) STRICT;
CREATE INDEX plan_by_own_council ON plan(own_council) WHERE own_council IS NOT NULL;
CREATE INDEX plan_by_arrangement_in_force ON plan(arrangement_in_force) WHERE arrangement_in_force IS NOT NULL;
CREATE TABLE plan_grade_rates(
    owner INTEGER NOT NULL REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
    grade TEXT NOT NULL,
    per_hour INTEGER,
    with_on_costs INTEGER,
    PRIMARY KEY(owner, grade)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_attributions(
    owner INTEGER NOT NULL REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY(owner, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE theme(
    id INTEGER PRIMARY KEY,
    name TEXT,
    notes TEXT
) STRICT;
CREATE TABLE theme_words(
    owner INTEGER NOT NULL REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY(owner, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE audience(
    id INTEGER PRIMARY KEY,
    name TEXT,
    everyone INTEGER,
    protected_characteristic INTEGER,
    notes TEXT
) STRICT;
CREATE TABLE audience_words(
    owner INTEGER NOT NULL REFERENCES audience(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY(owner, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE organisation(
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    vcs_type TEXT,
    parent INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    offers TEXT,
    who_for TEXT,
    website TEXT,
    charity_number TEXT,
    company_number TEXT,
    public_contact TEXT,
    represents_kind TEXT,
    represents TEXT,
    staff_band TEXT,
    volunteers INTEGER,
    status TEXT,
    notes TEXT,
    source TEXT,
    source_key TEXT,
    date_checked TEXT
) STRICT;
CREATE INDEX organisation_by_parent ON organisation(parent) WHERE parent IS NOT NULL;
CREATE TABLE organisation_other_names(
    owner INTEGER NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY(owner, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE organisation_areas_served(
    owner INTEGER NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_areas_served_by_area ON organisation_areas_served(area);
CREATE TABLE role(
    id INTEGER PRIMARY KEY,
    name TEXT,
    organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    person_name TEXT,
    contact TEXT,
    basis TEXT,
    review_date TEXT,
    notes TEXT
) STRICT;
CREATE INDEX role_by_organisation ON role(organisation) WHERE organisation IS NOT NULL;
CREATE TABLE area(
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    kind TEXT,
    residents INTEGER,
    residents_source TEXT,
    residents_vintage TEXT,
    electorate INTEGER,
    local_council_kind TEXT,
    local_council_name TEXT,
    clerk_contact TEXT,
    local_authority TEXT,
    deprivation_score REAL,
    most_deprived_fifth_share REAL,
    deprivation_vintage TEXT,
    land_area_ha REAL,
    easting REAL,
    northing REAL,
    boundary BLOB,
    code_vintage TEXT,
    notes TEXT,
    source TEXT,
    source_key TEXT,
    date_checked TEXT
) STRICT;
CREATE TABLE area_other_names(
    owner INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY(owner, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE area_neighbours(
    owner INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX area_neighbours_by_area ON area_neighbours(area);
CREATE TABLE place_name(
    id INTEGER PRIMARY KEY,
    name TEXT,
    notes TEXT
) STRICT;
CREATE TABLE place_name_areas(
    owner INTEGER NOT NULL REFERENCES place_name(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_name_areas_by_area ON place_name_areas(area);
)sql"
           R"sql(
CREATE TABLE footprint_set(
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    owner INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT,
    source TEXT,
    date_checked TEXT
) STRICT;
CREATE INDEX footprint_set_by_owner ON footprint_set(owner) WHERE owner IS NOT NULL;
CREATE TABLE footprint(
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    footprint_set INTEGER REFERENCES footprint_set(id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT,
    source_key TEXT
) STRICT;
CREATE INDEX footprint_by_footprint_set ON footprint(footprint_set) WHERE footprint_set IS NOT NULL;
CREATE TABLE footprint_areas(
    owner INTEGER NOT NULL REFERENCES footprint(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    share REAL,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX footprint_areas_by_area ON footprint_areas(area);
CREATE TABLE arrangement(
    id INTEGER PRIMARY KEY,
    name TEXT,
    status TEXT,
    rationale TEXT,
    date_agreed TEXT,
    notes TEXT,
    source TEXT
) STRICT;
CREATE TABLE cluster(
    id INTEGER PRIMARY KEY,
    name TEXT,
    arrangement INTEGER REFERENCES arrangement(id) DEFERRABLE INITIALLY DEFERRED,
    colour INTEGER,
    phase TEXT,
    status TEXT,
    lead_officer INTEGER REFERENCES role(id) DEFERRABLE INITIALLY DEFERRED,
    single_point_of_contact INTEGER REFERENCES role(id) DEFERRABLE INITIALLY DEFERRED,
    priorities TEXT,
    natural_communities TEXT,
    notes TEXT,
    source_key TEXT
) STRICT;
CREATE INDEX cluster_by_arrangement ON cluster(arrangement) WHERE arrangement IS NOT NULL;
CREATE INDEX cluster_by_lead_officer ON cluster(lead_officer) WHERE lead_officer IS NOT NULL;
CREATE INDEX cluster_by_single_point_of_contact ON cluster(single_point_of_contact) WHERE single_point_of_contact IS NOT NULL;
CREATE TABLE cluster_areas(
    owner INTEGER NOT NULL REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    main INTEGER,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_areas_by_area ON cluster_areas(area);
CREATE TABLE cluster_virtual_team(
    owner INTEGER NOT NULL REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    role INTEGER NOT NULL REFERENCES role(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_virtual_team_by_role ON cluster_virtual_team(role);
CREATE TABLE cluster_principle_scores(
    owner INTEGER NOT NULL REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    principle TEXT NOT NULL,
    score INTEGER,
    evidence TEXT,
    scored_on TEXT,
    PRIMARY KEY(owner, principle)
) STRICT, WITHOUT ROWID;
CREATE TABLE mechanism(
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    basis TEXT,
    tier TEXT,
    status TEXT,
    lead_organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    service INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    responsible_officer INTEGER REFERENCES role(id) DEFERRABLE INITIALLY DEFERRED,
    purpose TEXT,
    out_of_scope TEXT,
    participation TEXT,
    powers TEXT,
    statutory INTEGER,
    law TEXT,
    whole_plan INTEGER,
    represents TEXT,
    attendance_public REAL,
    attendance_members REAL,
    attendance_officers REAL,
    reports_to INTEGER REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    pattern TEXT,
    pattern_words TEXT,
    meetings_a_year REAL,
    start_time TEXT,
    length_hours REAL,
    format TEXT,
    venue TEXT,
    last_met TEXT,
    travel_hours REAL,
    reading_hours REAL,
    organising_hours REAL,
    organising_grade TEXT,
    room_free INTEGER,
    room_value INTEGER,
    grants_awarded INTEGER,
    decisions_raised INTEGER,
    decisions_closed INTEGER,
    actions_raised INTEGER,
    actions_closed INTEGER,
    test_local_solutions TEXT,
    test_no_duplication TEXT,
    test_engages_people TEXT,
    set_up TEXT,
    ended TEXT,
    next_review TEXT,
    how_it_would_end TEXT,
    notes TEXT,
    source TEXT,
    source_key TEXT,
    date_checked TEXT
) STRICT;
CREATE INDEX mechanism_by_lead_organisation ON mechanism(lead_organisation) WHERE lead_organisation IS NOT NULL;
CREATE INDEX mechanism_by_service ON mechanism(service) WHERE service IS NOT NULL;
CREATE INDEX mechanism_by_responsible_officer ON mechanism(responsible_officer) WHERE responsible_officer IS NOT NULL;
CREATE INDEX mechanism_by_reports_to ON mechanism(reports_to) WHERE reports_to IS NOT NULL;
CREATE TABLE mechanism_other_names(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    PRIMARY KEY(owner, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE mechanism_themes(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    theme INTEGER NOT NULL REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_themes_by_theme ON mechanism_themes(theme);
CREATE TABLE mechanism_audiences(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    audience INTEGER NOT NULL REFERENCES audience(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, audience)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_audiences_by_audience ON mechanism_audiences(audience);
CREATE TABLE mechanism_areas(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_areas_by_area ON mechanism_areas(area);
CREATE TABLE mechanism_attending(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    organisation INTEGER NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    people INTEGER,
    paid INTEGER,
    how TEXT,
    role TEXT,
    grade TEXT,
    PRIMARY KEY(owner, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_attending_by_organisation ON mechanism_attending(organisation);
CREATE TABLE mechanism_replaced_by(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    successor INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    extent TEXT,
    PRIMARY KEY(owner, successor)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_replaced_by_by_successor ON mechanism_replaced_by(successor);
CREATE TABLE mechanism_shared_meetings(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    other_mechanism INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    share REAL,
    PRIMARY KEY(owner, other_mechanism)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_shared_meetings_by_other_mechanism ON mechanism_shared_meetings(other_mechanism);
CREATE TABLE mechanism_spending(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    amount INTEGER,
    bearer INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_spending_by_bearer ON mechanism_spending(bearer) WHERE bearer IS NOT NULL;
CREATE TABLE meeting(
    id INTEGER PRIMARY KEY,
    name TEXT,
    date TEXT,
    start_time TEXT,
    length_hours REAL,
    venue TEXT,
    topics TEXT,
    attendance_public INTEGER,
    attendance_members INTEGER,
    attendance_officers INTEGER,
    outcome TEXT,
    calendar_uid TEXT,
    link TEXT,
    notes TEXT,
    source TEXT,
    source_key TEXT
) STRICT;
CREATE TABLE meeting_mechanisms(
    owner INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
    mechanism INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, mechanism)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_mechanisms_by_mechanism ON meeting_mechanisms(mechanism);
CREATE TABLE meeting_clusters(
    owner INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
    cluster INTEGER NOT NULL REFERENCES cluster(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, cluster)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_clusters_by_cluster ON meeting_clusters(cluster);
CREATE TABLE review(
    id INTEGER PRIMARY KEY,
    name TEXT,
    finding TEXT,
    decision TEXT,
    merge_into INTEGER REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    lost_reach TEXT,
    lost_travel TEXT,
    lost_statutory_duty TEXT,
    decided_by TEXT,
    decided_on TEXT,
    status TEXT,
    notes TEXT
) STRICT;
CREATE INDEX review_by_merge_into ON review(merge_into) WHERE merge_into IS NOT NULL;
CREATE TABLE review_mechanisms(
    owner INTEGER NOT NULL REFERENCES review(id) DEFERRABLE INITIALLY DEFERRED,
    mechanism INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, mechanism)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_mechanisms_by_mechanism ON review_mechanisms(mechanism);
CREATE TABLE import_matching(
    id INTEGER PRIMARY KEY,
    name TEXT,
    shape TEXT,
    matching TEXT,
    notes TEXT
) STRICT;
)sql";
}

} // namespace wardmote::store
