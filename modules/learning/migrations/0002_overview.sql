-- What staff see of all learners together is a range of days.
create index study_day_day on learning.study_day (day);
create index concept_day_day on learning.concept_day (day);
