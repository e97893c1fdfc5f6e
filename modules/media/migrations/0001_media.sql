-- Pictures people sent, written anew in fixed sizes. The owner owns every row; strangers find a picture by its id alone.
create table media.image (
  owner_id uuid not null,
  id uuid not null,
  sent_at timestamptz not null,      -- the last time these bytes were sent
  used_at timestamptz,               -- first used; null: goes after some days
  constraint image_pkey primary key (owner_id, id)
);
create index image_unused on media.image (sent_at) where used_at is null;

create table media.rendition (
  owner_id uuid not null,
  image_id uuid not null,
  size text not null,
  width integer not null,
  height integer not null,
  content_type text not null,
  digest text not null,
  bytes bytea not null,              -- sealed
  constraint rendition_pkey primary key (owner_id, image_id, size),
  constraint rendition_image foreign key (owner_id, image_id) references media.image (owner_id, id) on delete cascade
);
-- Pictures are compressed already; trying again costs time and saves nothing.
alter table media.rendition alter column bytes set storage external;

-- How many pictures one person has, so that the bound is a constraint.
create table media.shelf (
  owner_id uuid not null,
  images integer not null,
  constraint shelf_pkey primary key (owner_id),
  constraint shelf_not_full check (images between 0 and 100)
);

-- The public name of a picture, found without knowing the owner.
create table media.address (
  image text not null,
  owner_id uuid not null,
  image_id uuid not null,
  constraint address_pkey primary key (image)
);
create index address_owner on media.address (owner_id);

select kernel.protect('media.image', 'owner_id');
select kernel.protect('media.rendition', 'owner_id');
select kernel.protect('media.shelf', 'owner_id');
grant select, insert, update, delete on media.image, media.shelf to :app;
grant select, insert, delete on media.rendition, media.address to :app;
