CREATE TABLE `filing_passwords` (
	`entity_number` text PRIMARY KEY NOT NULL,
	`password_idx` text NOT NULL,
	`issued_at` integer NOT NULL,
	`wrong` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	FOREIGN KEY (`entity_number`) REFERENCES `register_entities`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `password_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_number` text NOT NULL,
	`channel` text NOT NULL,
	`body_enc` blob NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entity_number`) REFERENCES `register_entities`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_messages_at` ON `password_messages` (`at`);
