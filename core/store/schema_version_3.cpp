#include "core/store/format.h"

namespace wardmote::store {

/// Decisions about mechanisms: scenarios and what they change, local issues, partners' lists, who sits on a
/// mechanism by role, what a decision rested on, what is not for publication.
std::string_view recordTables3() {
    return R"sql(
ALTER TABLE plan ADD COLUMN meetings_a_week_limit INTEGER;
ALTER TABLE plan ADD COLUMN meetings_a_month_limit INTEGER;
ALTER TABLE mechanism ADD COLUMN pattern_start TEXT;
ALTER TABLE mechanism ADD COLUMN test_evidence TEXT;
ALTER TABLE mechanism ADD COLUMN calendar_uid TEXT;
ALTER TABLE mechanism ADD COLUMN not_for_publication INTEGER;
ALTER TABLE meeting ADD COLUMN status TEXT;
ALTER TABLE meeting ADD COLUMN not_for_publication INTEGER;
ALTER TABLE review ADD COLUMN equality_screening TEXT;
ALTER TABLE review ADD COLUMN consulted TEXT;
ALTER TABLE review ADD COLUMN consultation_outcome TEXT;
ALTER TABLE review ADD COLUMN facts_when_decided TEXT;
CREATE TABLE mechanism_roles_attending(
    owner INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    role INTEGER NOT NULL REFERENCES role(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX mechanism_roles_attending_by_role ON mechanism_roles_attending(role);
CREATE TABLE scenario(
    id INTEGER PRIMARY KEY,
    name TEXT,
    status TEXT,
    arrangement INTEGER REFERENCES arrangement(id) DEFERRABLE INITIALLY DEFERRED,
    rationale TEXT,
    date_agreed TEXT,
    notes TEXT
) STRICT;
CREATE INDEX scenario_by_arrangement ON scenario(arrangement) WHERE arrangement IS NOT NULL;
CREATE TABLE proposed_change(
    id INTEGER PRIMARY KEY,
    name TEXT,
    scenario INTEGER REFERENCES scenario(id) DEFERRABLE INITIALLY DEFERRED,
    mechanism INTEGER REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    action TEXT,
    into_mechanism INTEGER REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    pattern_after TEXT,
    meetings_after REAL,
    length_after REAL,
    organising_after REAL,
    no_spending_after INTEGER,
    one_off_cost INTEGER,
    one_off_hours REAL,
    one_off_bearer INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    equality_screening TEXT,
    consulted TEXT,
    consultation_outcome TEXT,
    status TEXT,
    decided_by TEXT,
    decided_on TEXT,
    hours_when_decided REAL,
    hours_expected REAL,
    spending_when_decided INTEGER,
    spending_expected INTEGER,
    notes TEXT
) STRICT;
CREATE INDEX proposed_change_by_scenario ON proposed_change(scenario) WHERE scenario IS NOT NULL;
CREATE INDEX proposed_change_by_mechanism ON proposed_change(mechanism) WHERE mechanism IS NOT NULL;
CREATE INDEX proposed_change_by_into_mechanism ON proposed_change(into_mechanism) WHERE into_mechanism IS NOT NULL;
CREATE INDEX proposed_change_by_one_off_bearer ON proposed_change(one_off_bearer) WHERE one_off_bearer IS NOT NULL;
CREATE TABLE proposed_change_attending_after(
    owner INTEGER NOT NULL REFERENCES proposed_change(id) DEFERRABLE INITIALLY DEFERRED,
    organisation INTEGER NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    people INTEGER,
    paid INTEGER,
    how TEXT,
    role TEXT,
    grade TEXT,
    PRIMARY KEY(owner, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_change_attending_after_by_organisation ON proposed_change_attending_after(organisation);
CREATE TABLE proposed_change_areas_after(
    owner INTEGER NOT NULL REFERENCES proposed_change(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_change_areas_after_by_area ON proposed_change_areas_after(area);
CREATE TABLE proposed_change_themes_after(
    owner INTEGER NOT NULL REFERENCES proposed_change(id) DEFERRABLE INITIALLY DEFERRED,
    theme INTEGER NOT NULL REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_change_themes_after_by_theme ON proposed_change_themes_after(theme);
CREATE TABLE proposed_change_audiences_after(
    owner INTEGER NOT NULL REFERENCES proposed_change(id) DEFERRABLE INITIALLY DEFERRED,
    audience INTEGER NOT NULL REFERENCES audience(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, audience)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_change_audiences_after_by_audience ON proposed_change_audiences_after(audience);
CREATE TABLE proposed_change_spending_after(
    owner INTEGER NOT NULL REFERENCES proposed_change(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    amount INTEGER,
    bearer INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_change_spending_after_by_bearer ON proposed_change_spending_after(bearer) WHERE bearer IS NOT NULL;
CREATE TABLE local_issue(
    id INTEGER PRIMARY KEY,
    name TEXT,
    theme INTEGER REFERENCES theme(id) DEFERRABLE INITIALLY DEFERRED,
    first_raised TEXT,
    taken_by INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    taken_by_role INTEGER REFERENCES role(id) DEFERRABLE INITIALLY DEFERRED,
    answered_on TEXT,
    answer TEXT,
    outcome TEXT,
    not_for_publication INTEGER,
    notes TEXT,
    source TEXT,
    source_key TEXT
) STRICT;
CREATE INDEX local_issue_by_theme ON local_issue(theme) WHERE theme IS NOT NULL;
CREATE INDEX local_issue_by_taken_by ON local_issue(taken_by) WHERE taken_by IS NOT NULL;
CREATE INDEX local_issue_by_taken_by_role ON local_issue(taken_by_role) WHERE taken_by_role IS NOT NULL;
CREATE TABLE local_issue_areas(
    owner INTEGER NOT NULL REFERENCES local_issue(id) DEFERRABLE INITIALLY DEFERRED,
    area INTEGER NOT NULL REFERENCES area(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_issue_areas_by_area ON local_issue_areas(area);
CREATE TABLE local_issue_raised_at(
    owner INTEGER NOT NULL REFERENCES local_issue(id) DEFERRABLE INITIALLY DEFERRED,
    meeting INTEGER NOT NULL REFERENCES meeting(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, meeting)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_issue_raised_at_by_meeting ON local_issue_raised_at(meeting);
CREATE TABLE local_issue_raised_in(
    owner INTEGER NOT NULL REFERENCES local_issue(id) DEFERRABLE INITIALLY DEFERRED,
    mechanism INTEGER NOT NULL REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY(owner, mechanism)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_issue_raised_in_by_mechanism ON local_issue_raised_in(mechanism);
CREATE TABLE partner_list(
    id INTEGER PRIMARY KEY,
    name TEXT,
    partner INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    footprint_set INTEGER REFERENCES footprint_set(id) DEFERRABLE INITIALLY DEFERRED,
    sent_on TEXT,
    received_on TEXT,
    file_name TEXT,
    notes TEXT
) STRICT;
CREATE INDEX partner_list_by_partner ON partner_list(partner) WHERE partner IS NOT NULL;
CREATE INDEX partner_list_by_footprint_set ON partner_list(footprint_set) WHERE footprint_set IS NOT NULL;
CREATE TABLE partner_list_rows(
    owner INTEGER NOT NULL REFERENCES partner_list(id) DEFERRABLE INITIALLY DEFERRED,
    row_key TEXT NOT NULL,
    mechanism INTEGER REFERENCES mechanism(id) DEFERRABLE INITIALLY DEFERRED,
    content TEXT,
    PRIMARY KEY(owner, row_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_list_rows_by_mechanism ON partner_list_rows(mechanism) WHERE mechanism IS NOT NULL;
)sql";
}

} // namespace wardmote::store
