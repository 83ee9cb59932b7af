CREATE TABLE `filing_migrations` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`from_account_id` text NOT NULL,
	`to_account_id` text NOT NULL,
	`state` text NOT NULL,
	`phone_idx` text NOT NULL,
	`code_id` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`code_expires_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`since` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `filing_migrations_open_unique` ON `filing_migrations` (`entity_id`) WHERE state IN ('PROVING', 'OFFERED');--> statement-breakpoint
CREATE INDEX `filing_migrations_entity` ON `filing_migrations` (`entity_id`);--> statement-breakpoint
CREATE INDEX `filing_migrations_to` ON `filing_migrations` (`to_account_id`,`state`);
