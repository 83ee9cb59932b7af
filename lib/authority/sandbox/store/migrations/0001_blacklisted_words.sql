CREATE TABLE `blacklisted_words` (
	`kind` text NOT NULL,
	`word` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`kind`, `word`)
);
