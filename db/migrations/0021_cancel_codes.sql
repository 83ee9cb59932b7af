CREATE TABLE `cancel_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`address_idx` text NOT NULL,
	`user_id` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cancel_codes_person` ON `cancel_codes` (`entity_id`,`subject`,`person_id`);--> statement-breakpoint
CREATE INDEX `cancel_codes_expires` ON `cancel_codes` (`expires_at`);
