-- The whole shape of the data. The log (change, revision, revision_text) is the record;
-- every other table is a projection of it, but for entry and here, which belong to this file.

-- entry: every thing ever written, living or not; n is its row in the text index
CREATE TABLE entry (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36 AND uid = lower(uid)),
  kind TEXT NOT NULL,
  number INTEGER CHECK (number > 0),
  id TEXT AS (
    CASE kind
      WHEN 'session' THEN 's' WHEN 'observation' THEN 'o' WHEN 'goal' THEN 'g'
      WHEN 'progress' THEN 'p' WHEN 'resistance' THEN 'r' WHEN 'attempt' THEN 'a'
      WHEN 'commitment' THEN 'c' WHEN 'topic' THEN 't' WHEN 'assessment' THEN 'x'
      WHEN 'handout' THEN 'h' END || number
  ),
  UNIQUE (kind, number)
);
CREATE UNIQUE INDEX entry_id ON entry (id);

-- change: one per command; hashes are hex, lists of them sorted and joined by spaces
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  at TEXT NOT NULL,
  clock TEXT NOT NULL CHECK (clock IN ('real', 'set')),
  stamp INTEGER NOT NULL,
  device TEXT NOT NULL,
  command TEXT NOT NULL,
  undoes TEXT,
  format INTEGER NOT NULL,
  parents TEXT NOT NULL
);
CREATE INDEX change_stamp ON change (stamp);
CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_clock ON change (clock);

-- revision: one per thing a change touched; about names the persons it is about
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES change (seq),
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  uid TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (
    operation IN ('add', 'change', 'amend', 'rename', 'delete', 'restore', 'redact', 'erase')
  ),
  about TEXT NOT NULL,
  replaces TEXT NOT NULL,
  seals TEXT NOT NULL,
  UNIQUE (change, n),
  UNIQUE (uid, change)
);
CREATE INDEX revision_amend ON revision (uid, change) WHERE operation = 'amend';
CREATE INDEX revision_kind ON revision (kind, uid);

-- revision_text: the parts of a revision, each under its own salt; the only erasable table
CREATE TABLE revision_text (
  revision INTEGER NOT NULL REFERENCES revision (id),
  part TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  payload TEXT NOT NULL,
  UNIQUE (revision, part)
);

-- head: changes that are nobody's parent
CREATE TABLE head (change INTEGER PRIMARY KEY REFERENCES change (seq));
-- erased: persons who were erased; nothing of them is ever written again
CREATE TABLE erased (uid TEXT PRIMARY KEY NOT NULL);
-- here: the change below which undo does not look (set by merge and restore), and
-- whether words were deleted whose bytes only a VACUUM clears away
CREATE TABLE here (
  merged_seq INTEGER NOT NULL,
  vacuum_due INTEGER NOT NULL DEFAULT 0 CHECK (vacuum_due IN (0, 1))
);
INSERT INTO here VALUES (0, 0);

-- link: what a thing points at, in order; a target may be dead, the views hide it then
CREATE TABLE link (
  uid TEXT NOT NULL REFERENCES entry (uid),
  role TEXT NOT NULL CHECK (role IN ('people', 'goals', 'actions', 'tags', 'items')),
  n INTEGER NOT NULL,
  target TEXT REFERENCES entry (uid),
  word TEXT,
  PRIMARY KEY (uid, role, n),
  CHECK ((target IS NULL) <> (word IS NULL))
) WITHOUT ROWID;
CREATE INDEX link_target ON link (target, role, uid) WHERE target IS NOT NULL;
CREATE INDEX link_word ON link (role, word) WHERE word IS NOT NULL;

-- person: who is guided; the handle is the one given, the log keeps it as stated
CREATE TABLE person (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  handle TEXT NOT NULL UNIQUE CHECK (handle GLOB '[a-z0-9]*' AND handle NOT GLOB '*[^a-z0-9._-]*'),
  name TEXT NOT NULL,
  relation TEXT NOT NULL CHECK (relation IN ('report', 'peer', 'mentee', 'client', 'other')),
  role TEXT,
  team TEXT,
  contact TEXT,
  rhythm_days INTEGER CHECK (rhythm_days > 0),
  since TEXT CHECK (since = date(since, '+0 days')),
  log_consent_on TEXT CHECK (log_consent_on = date(log_consent_on, '+0 days')),
  archived_on TEXT CHECK (archived_on = date(archived_on, '+0 days')),
  source TEXT
);

-- session: one conversation; who was in it stands in link
CREATE TABLE session (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  mode TEXT NOT NULL CHECK (mode IN ('mentoring', 'coaching', 'blended')),
  setting TEXT NOT NULL CHECK (setting IN ('daily', 'closed')),
  minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
  unwritten INTEGER NOT NULL DEFAULT 0 CHECK (unwritten IN (0, 1)),
  paid TEXT CHECK (paid IN ('paid', 'pro-bono', 'internal')),
  group_size INTEGER CHECK (group_size > 0),
  note TEXT,
  agreed TEXT,
  about TEXT,
  place TEXT,
  present TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  agreed_visibility TEXT NOT NULL CHECK (agreed_visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX session_when ON session (substr(occurred_at, 1, 16), uid);

-- goal: an aim of one person on one scale; day is the day it was opened
CREATE TABLE goal (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  scale TEXT CHECK (scale IN ('numeric', 'milestones', 'levels')),
  baseline TEXT CHECK (
    baseline GLOB '*[0-9]' AND baseline NOT GLOB '*[^0-9.-]*'
    AND baseline NOT GLOB '?*-*' AND baseline NOT GLOB '*.*.*'
  ),
  target TEXT CHECK (
    target GLOB '*[0-9]' AND target NOT GLOB '*[^0-9.-]*'
    AND target NOT GLOB '?*-*' AND target NOT GLOB '*.*.*'
  ),
  origin TEXT CHECK (origin IN ('me', 'them')),
  target_on TEXT CHECK (target_on = date(target_on, '+0 days')),
  state TEXT CHECK (state IN ('achieved', 'dropped', 'paused')),
  closed_on TEXT CHECK (closed_on = date(closed_on, '+0 days')),
  title TEXT NOT NULL,
  unit TEXT,
  closing_reason TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX goal_when ON goal (substr(occurred_at, 1, 16), uid);
CREATE INDEX goal_person ON goal (person, day);

-- step: a milestone 1…n, or the text of a level -2…+2
CREATE TABLE step (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  goal TEXT NOT NULL REFERENCES goal (uid) DEFERRABLE INITIALLY DEFERRED,
  step INTEGER NOT NULL CHECK (step BETWEEN -2 AND 999),
  text TEXT NOT NULL,
  source TEXT
);
CREATE INDEX step_goal ON step (goal, step);

-- resistance_note: one documented pattern of resistance; its status stands in move
CREATE TABLE resistance_note (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('ego', 'resistance', 'defiance', 'no-progress')),
  follow_up_on TEXT CHECK (follow_up_on = date(follow_up_on, '+0 days')),
  goal TEXT REFERENCES entry (uid),
  session TEXT REFERENCES entry (uid),
  observed TEXT NOT NULL,
  expected TEXT NOT NULL,
  impact TEXT,
  their_words TEXT,
  told_by TEXT,
  other_causes TEXT,
  my_part TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX resistance_note_when ON resistance_note (substr(occurred_at, 1, 16), uid);
CREATE INDEX resistance_note_person ON resistance_note (person, day);
CREATE INDEX resistance_note_goal ON resistance_note (goal, day) WHERE goal IS NOT NULL;
CREATE INDEX resistance_note_session ON resistance_note (session, day) WHERE session IS NOT NULL;

-- observation: a dated fact seen outside a session
CREATE TABLE observation (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  standard TEXT CHECK (standard IN ('met', 'off-track')),
  noticed TEXT CHECK (noticed IN ('self', 'leader', 'other')),
  goal TEXT REFERENCES entry (uid),
  resistance TEXT REFERENCES entry (uid),
  session TEXT REFERENCES entry (uid),
  text TEXT NOT NULL,
  situation TEXT,
  impact TEXT,
  expected TEXT,
  their_words TEXT,
  told_by TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX observation_when ON observation (substr(occurred_at, 1, 16), uid);
CREATE INDEX observation_person ON observation (person, day);
CREATE INDEX observation_goal ON observation (goal, day) WHERE goal IS NOT NULL;
CREATE INDEX observation_resistance ON observation (resistance, day) WHERE resistance IS NOT NULL;
CREATE INDEX observation_session ON observation (session, day) WHERE session IS NOT NULL;

-- progress_entry: a dated entry on a goal: a value, a level or a step
CREATE TABLE progress_entry (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  goal TEXT NOT NULL REFERENCES goal (uid) DEFERRABLE INITIALLY DEFERRED,
  value TEXT CHECK (
    value GLOB '*[0-9]' AND value NOT GLOB '*[^0-9.-]*'
    AND value NOT GLOB '?*-*' AND value NOT GLOB '*.*.*'
  ),
  level INTEGER CHECK (level BETWEEN -2 AND 2),
  step INTEGER CHECK (step > 0),
  rater TEXT NOT NULL CHECK (rater IN ('self', 'leader')),
  session TEXT REFERENCES entry (uid),
  evidence TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT,
  CHECK ((value IS NOT NULL) + (level IS NOT NULL) + (step IS NOT NULL) = 1)
);
CREATE INDEX progress_entry_when ON progress_entry (substr(occurred_at, 1, 16), uid);
CREATE INDEX progress_entry_goal ON progress_entry (goal, day);
CREATE INDEX progress_entry_session ON progress_entry (session, day) WHERE session IS NOT NULL;

-- attempt: one try to resolve a pattern of resistance
CREATE TABLE attempt (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  resistance TEXT NOT NULL REFERENCES resistance_note (uid) DEFERRABLE INITIALLY DEFERRED,
  response TEXT NOT NULL CHECK (response IN ('accepted', 'partly', 'declined', 'no-answer', 'absent')),
  follow_up_on TEXT CHECK (follow_up_on = date(follow_up_on, '+0 days')),
  session TEXT REFERENCES entry (uid),
  result TEXT CHECK (result IN ('improved', 'some', 'none', 'worse', 'too-early')),
  result_on TEXT CHECK (result_on = date(result_on, '+0 days')),
  next_follow_up_on TEXT CHECK (next_follow_up_on = date(next_follow_up_on, '+0 days')),
  offered TEXT NOT NULL,
  their_words TEXT,
  result_text TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX attempt_when ON attempt (substr(occurred_at, 1, 16), uid);
CREATE INDEX attempt_resistance ON attempt (resistance, day);
CREATE INDEX attempt_session ON attempt (session, day) WHERE session IS NOT NULL;

-- move: one change of a note's status; an automatic one names its attempt
CREATE TABLE move (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  resistance TEXT NOT NULL REFERENCES resistance_note (uid) DEFERRABLE INITIALLY DEFERRED,
  to_status TEXT NOT NULL CHECK (to_status IN ('open', 'working', 'monitoring', 'resolved', 'escalated', 'closed', 'withdrawn')),
  follow_up_on TEXT CHECK (follow_up_on = date(follow_up_on, '+0 days')),
  stage TEXT CHECK (stage IN ('informal', 'oral-warning', 'written-warning', 'improvement-plan', 'final-warning', 'decision')),
  attempt TEXT REFERENCES attempt (uid) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  to_whom TEXT,
  source TEXT
);
CREATE INDEX move_when ON move (substr(occurred_at, 1, 16), uid);
CREATE INDEX move_resistance ON move (resistance, day);
CREATE INDEX move_attempt ON move (attempt, day) WHERE attempt IS NOT NULL;

-- commitment: what someone will do; day is the day it was agreed
CREATE TABLE commitment (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  owner TEXT NOT NULL CHECK (owner IN ('me', 'them')),
  person TEXT REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT CHECK (due_on = date(due_on, '+0 days')),
  session TEXT REFERENCES entry (uid),
  goal TEXT REFERENCES entry (uid),
  resistance TEXT REFERENCES entry (uid),
  attempt TEXT REFERENCES entry (uid),
  done_on TEXT CHECK (done_on = date(done_on, '+0 days')),
  dropped_on TEXT CHECK (dropped_on = date(dropped_on, '+0 days')),
  what TEXT NOT NULL,
  reason TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT,
  CHECK (owner = 'me' OR person IS NOT NULL)
);
CREATE INDEX commitment_when ON commitment (substr(occurred_at, 1, 16), uid);
CREATE INDEX commitment_person ON commitment (person, day);
CREATE INDEX commitment_goal ON commitment (goal, day) WHERE goal IS NOT NULL;
CREATE INDEX commitment_resistance ON commitment (resistance, day) WHERE resistance IS NOT NULL;
CREATE INDEX commitment_attempt ON commitment (attempt, day) WHERE attempt IS NOT NULL;
CREATE INDEX commitment_session ON commitment (session, day) WHERE session IS NOT NULL;

-- topic: something to raise next time; day is the day it was put on the list
CREATE TABLE topic (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  session TEXT REFERENCES entry (uid),
  state TEXT CHECK (state IN ('done', 'dropped')),
  closed_on TEXT CHECK (closed_on = date(closed_on, '+0 days')),
  what TEXT NOT NULL,
  reason TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX topic_when ON topic (substr(occurred_at, 1, 16), uid);
CREATE INDEX topic_person ON topic (person, day);
CREATE INDEX topic_session ON topic (session, day) WHERE session IS NOT NULL;

-- assessment: the three outcomes of effective coaching, each 0…4
CREATE TABLE assessment (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  goal TEXT REFERENCES entry (uid),
  excellence INTEGER CHECK (excellence BETWEEN 0 AND 4),
  self_correction INTEGER CHECK (self_correction BETWEEN 0 AND 4),
  self_generation INTEGER CHECK (self_generation BETWEEN 0 AND 4),
  area TEXT,
  evidence TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'record')),
  source TEXT
);
CREATE INDEX assessment_when ON assessment (substr(occurred_at, 1, 16), uid);
CREATE INDEX assessment_person ON assessment (person, day);
CREATE INDEX assessment_goal ON assessment (goal, day) WHERE goal IS NOT NULL;

-- handout: what was told or given to the person; its items stand in link, none is a report
CREATE TABLE handout (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  how TEXT NOT NULL CHECK (how IN ('talk', 'mail', 'paper')),
  acknowledged TEXT CHECK (acknowledged IN ('yes', 'no', 'declined')),
  heads TEXT,
  comment TEXT,
  source TEXT
);
CREATE INDEX handout_when ON handout (substr(occurred_at, 1, 16), uid);
CREATE INDEX handout_person ON handout (person, day);

-- hold: a person whose record must not be taken away
CREATE TABLE hold (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day = date(day, '+0 days')),
  time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (zone GLOB '[+-][0-2][0-9]:[0-5][0-9]'),
  occurred_at TEXT AS (day || coalesce('T' || time || zone, '')),
  person TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  source TEXT
);
CREATE INDEX hold_when ON hold (substr(occurred_at, 1, 16), uid);
CREATE INDEX hold_person ON hold (person, day);

-- action: an action of the leader's own, or a built-in one hidden
CREATE TABLE action (
  uid TEXT PRIMARY KEY NOT NULL REFERENCES entry (uid),
  recorded_at TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name GLOB '[a-z0-9]*' AND name NOT GLOB '*[^a-z0-9-]*'),
  mode TEXT NOT NULL CHECK (mode IN ('mentoring', 'coaching', 'both')),
  family TEXT NOT NULL CHECK (
    family IN (
      'frame', 'goal', 'reality', 'options', 'will', 'review',
      'career', 'psychosocial', 'outcome', 'corrective'
    )
  ),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  label TEXT NOT NULL,
  meaning TEXT,
  source TEXT
);

CREATE INDEX commitment_open ON commitment (due_on) WHERE done_on IS NULL AND dropped_on IS NULL;
CREATE INDEX topic_open ON topic (person) WHERE state IS NULL;

-- found: the text index over the view wording, kept by the triggers below
CREATE VIRTUAL TABLE found USING fts5 (
  words, content = 'wording', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER person_found_i AFTER INSERT ON person BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.name, '') || char(10) || coalesce(new.role, '') || char(10) || coalesce(new.team, '') || char(10) || coalesce(new.contact, '');
END;
CREATE TRIGGER person_found_d AFTER DELETE ON person BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.name, '') || char(10) || coalesce(old.role, '') || char(10) || coalesce(old.team, '') || char(10) || coalesce(old.contact, '');
END;
CREATE TRIGGER person_found_u AFTER UPDATE OF name, role, team, contact ON person BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.name, '') || char(10) || coalesce(old.role, '') || char(10) || coalesce(old.team, '') || char(10) || coalesce(old.contact, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.name, '') || char(10) || coalesce(new.role, '') || char(10) || coalesce(new.team, '') || char(10) || coalesce(new.contact, '');
END;

CREATE TRIGGER session_found_i AFTER INSERT ON session BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.note, '') || char(10) || coalesce(new.agreed, '') || char(10) || coalesce(new.about, '') || char(10) || coalesce(new.place, '') || char(10) || coalesce(new.present, '');
END;
CREATE TRIGGER session_found_d AFTER DELETE ON session BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.note, '') || char(10) || coalesce(old.agreed, '') || char(10) || coalesce(old.about, '') || char(10) || coalesce(old.place, '') || char(10) || coalesce(old.present, '');
END;
CREATE TRIGGER session_found_u AFTER UPDATE OF note, agreed, about, place, present ON session BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.note, '') || char(10) || coalesce(old.agreed, '') || char(10) || coalesce(old.about, '') || char(10) || coalesce(old.place, '') || char(10) || coalesce(old.present, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.note, '') || char(10) || coalesce(new.agreed, '') || char(10) || coalesce(new.about, '') || char(10) || coalesce(new.place, '') || char(10) || coalesce(new.present, '');
END;

CREATE TRIGGER goal_found_i AFTER INSERT ON goal BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.title, '') || char(10) || coalesce(new.unit, '') || char(10) || coalesce(new.closing_reason, '');
END;
CREATE TRIGGER goal_found_d AFTER DELETE ON goal BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.title, '') || char(10) || coalesce(old.unit, '') || char(10) || coalesce(old.closing_reason, '');
END;
CREATE TRIGGER goal_found_u AFTER UPDATE OF title, unit, closing_reason ON goal BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.title, '') || char(10) || coalesce(old.unit, '') || char(10) || coalesce(old.closing_reason, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.title, '') || char(10) || coalesce(new.unit, '') || char(10) || coalesce(new.closing_reason, '');
END;

CREATE TRIGGER step_found_i AFTER INSERT ON step BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.text, '');
END;
CREATE TRIGGER step_found_d AFTER DELETE ON step BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.text, '');
END;
CREATE TRIGGER step_found_u AFTER UPDATE OF text ON step BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.text, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.text, '');
END;

CREATE TRIGGER resistance_note_found_i AFTER INSERT ON resistance_note BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.observed, '') || char(10) || coalesce(new.expected, '') || char(10) || coalesce(new.impact, '') || char(10) || coalesce(new.their_words, '') || char(10) || coalesce(new.told_by, '') || char(10) || coalesce(new.other_causes, '') || char(10) || coalesce(new.my_part, '');
END;
CREATE TRIGGER resistance_note_found_d AFTER DELETE ON resistance_note BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.observed, '') || char(10) || coalesce(old.expected, '') || char(10) || coalesce(old.impact, '') || char(10) || coalesce(old.their_words, '') || char(10) || coalesce(old.told_by, '') || char(10) || coalesce(old.other_causes, '') || char(10) || coalesce(old.my_part, '');
END;
CREATE TRIGGER resistance_note_found_u AFTER UPDATE OF observed, expected, impact, their_words, told_by, other_causes, my_part ON resistance_note BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.observed, '') || char(10) || coalesce(old.expected, '') || char(10) || coalesce(old.impact, '') || char(10) || coalesce(old.their_words, '') || char(10) || coalesce(old.told_by, '') || char(10) || coalesce(old.other_causes, '') || char(10) || coalesce(old.my_part, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.observed, '') || char(10) || coalesce(new.expected, '') || char(10) || coalesce(new.impact, '') || char(10) || coalesce(new.their_words, '') || char(10) || coalesce(new.told_by, '') || char(10) || coalesce(new.other_causes, '') || char(10) || coalesce(new.my_part, '');
END;

CREATE TRIGGER observation_found_i AFTER INSERT ON observation BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.text, '') || char(10) || coalesce(new.situation, '') || char(10) || coalesce(new.impact, '') || char(10) || coalesce(new.expected, '') || char(10) || coalesce(new.their_words, '') || char(10) || coalesce(new.told_by, '');
END;
CREATE TRIGGER observation_found_d AFTER DELETE ON observation BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.text, '') || char(10) || coalesce(old.situation, '') || char(10) || coalesce(old.impact, '') || char(10) || coalesce(old.expected, '') || char(10) || coalesce(old.their_words, '') || char(10) || coalesce(old.told_by, '');
END;
CREATE TRIGGER observation_found_u AFTER UPDATE OF text, situation, impact, expected, their_words, told_by ON observation BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.text, '') || char(10) || coalesce(old.situation, '') || char(10) || coalesce(old.impact, '') || char(10) || coalesce(old.expected, '') || char(10) || coalesce(old.their_words, '') || char(10) || coalesce(old.told_by, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.text, '') || char(10) || coalesce(new.situation, '') || char(10) || coalesce(new.impact, '') || char(10) || coalesce(new.expected, '') || char(10) || coalesce(new.their_words, '') || char(10) || coalesce(new.told_by, '');
END;

CREATE TRIGGER progress_entry_found_i AFTER INSERT ON progress_entry BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.evidence, '');
END;
CREATE TRIGGER progress_entry_found_d AFTER DELETE ON progress_entry BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.evidence, '');
END;
CREATE TRIGGER progress_entry_found_u AFTER UPDATE OF evidence ON progress_entry BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.evidence, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.evidence, '');
END;

CREATE TRIGGER attempt_found_i AFTER INSERT ON attempt BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.offered, '') || char(10) || coalesce(new.their_words, '') || char(10) || coalesce(new.result_text, '');
END;
CREATE TRIGGER attempt_found_d AFTER DELETE ON attempt BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.offered, '') || char(10) || coalesce(old.their_words, '') || char(10) || coalesce(old.result_text, '');
END;
CREATE TRIGGER attempt_found_u AFTER UPDATE OF offered, their_words, result_text ON attempt BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.offered, '') || char(10) || coalesce(old.their_words, '') || char(10) || coalesce(old.result_text, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.offered, '') || char(10) || coalesce(new.their_words, '') || char(10) || coalesce(new.result_text, '');
END;

CREATE TRIGGER move_found_i AFTER INSERT ON move BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.reason, '') || char(10) || coalesce(new.to_whom, '');
END;
CREATE TRIGGER move_found_d AFTER DELETE ON move BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.reason, '') || char(10) || coalesce(old.to_whom, '');
END;
CREATE TRIGGER move_found_u AFTER UPDATE OF reason, to_whom ON move BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.reason, '') || char(10) || coalesce(old.to_whom, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.reason, '') || char(10) || coalesce(new.to_whom, '');
END;

CREATE TRIGGER commitment_found_i AFTER INSERT ON commitment BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.what, '') || char(10) || coalesce(new.reason, '');
END;
CREATE TRIGGER commitment_found_d AFTER DELETE ON commitment BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.what, '') || char(10) || coalesce(old.reason, '');
END;
CREATE TRIGGER commitment_found_u AFTER UPDATE OF what, reason ON commitment BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.what, '') || char(10) || coalesce(old.reason, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.what, '') || char(10) || coalesce(new.reason, '');
END;

CREATE TRIGGER topic_found_i AFTER INSERT ON topic BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.what, '') || char(10) || coalesce(new.reason, '');
END;
CREATE TRIGGER topic_found_d AFTER DELETE ON topic BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.what, '') || char(10) || coalesce(old.reason, '');
END;
CREATE TRIGGER topic_found_u AFTER UPDATE OF what, reason ON topic BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.what, '') || char(10) || coalesce(old.reason, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.what, '') || char(10) || coalesce(new.reason, '');
END;

CREATE TRIGGER assessment_found_i AFTER INSERT ON assessment BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.area, '') || char(10) || coalesce(new.evidence, '');
END;
CREATE TRIGGER assessment_found_d AFTER DELETE ON assessment BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.area, '') || char(10) || coalesce(old.evidence, '');
END;
CREATE TRIGGER assessment_found_u AFTER UPDATE OF area, evidence ON assessment BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.area, '') || char(10) || coalesce(old.evidence, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.area, '') || char(10) || coalesce(new.evidence, '');
END;

CREATE TRIGGER handout_found_i AFTER INSERT ON handout BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.comment, '');
END;
CREATE TRIGGER handout_found_d AFTER DELETE ON handout BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.comment, '');
END;
CREATE TRIGGER handout_found_u AFTER UPDATE OF comment ON handout BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.comment, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.comment, '');
END;

CREATE TRIGGER hold_found_i AFTER INSERT ON hold BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.reason, '');
END;
CREATE TRIGGER hold_found_d AFTER DELETE ON hold BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.reason, '');
END;
CREATE TRIGGER hold_found_u AFTER UPDATE OF reason ON hold BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.reason, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.reason, '');
END;

CREATE TRIGGER action_found_i AFTER INSERT ON action BEGIN
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.label, '') || char(10) || coalesce(new.meaning, '');
END;
CREATE TRIGGER action_found_d AFTER DELETE ON action BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.label, '') || char(10) || coalesce(old.meaning, '');
END;
CREATE TRIGGER action_found_u AFTER UPDATE OF label, meaning ON action BEGIN
  INSERT INTO found (found, rowid, words)
  SELECT 'delete', (SELECT n FROM entry WHERE uid = old.uid), coalesce(old.label, '') || char(10) || coalesce(old.meaning, '');
  INSERT INTO found (rowid, words)
  SELECT (SELECT n FROM entry WHERE uid = new.uid), coalesce(new.label, '') || char(10) || coalesce(new.meaning, '');
END;

-- a person with talks of their own can't vanish, not even by hand
CREATE TRIGGER person_stays BEFORE DELETE ON person
WHEN EXISTS (
  SELECT 1 FROM link JOIN session ON session.uid = link.uid
  WHERE link.role = 'people' AND link.target = old.uid AND NOT EXISTS (
    SELECT 1 FROM link AS other JOIN person ON person.uid = other.target
    WHERE other.uid = link.uid AND other.role = 'people' AND other.target <> old.uid
  )
)
BEGIN
  SELECT raise(ABORT, 'the person still has talks');
END;

-- the log is append-only: no update, no delete, no replacing insert
CREATE TRIGGER change_u BEFORE UPDATE ON change BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER change_d BEFORE DELETE ON change BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER change_i BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE hash = new.hash OR seq = new.seq)
BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER revision_u BEFORE UPDATE ON revision BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER revision_d BEFORE DELETE ON revision BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER revision_i BEFORE INSERT ON revision
WHEN EXISTS (
  SELECT 1 FROM revision
  WHERE id = new.id OR (change = new.change AND n = new.n)
    OR (uid = new.uid AND change = new.change)
)
BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER text_u BEFORE UPDATE ON revision_text BEGIN SELECT raise(ABORT, 'log'); END;
CREATE TRIGGER text_i BEFORE INSERT ON revision_text
WHEN EXISTS (SELECT 1 FROM revision_text WHERE revision = new.revision AND part = new.part)
BEGIN SELECT raise(ABORT, 'log'); END;
