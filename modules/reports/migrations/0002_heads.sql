-- What the columns are called in the language of who asked. None for files that were asked for before columns had words: these
-- hold fields under their names and amounts in minor units until they are removed after seven days.
alter table reports.export add column heads text[];
