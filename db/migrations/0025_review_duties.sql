CREATE TABLE `qualification_checks` (
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`part_id` text NOT NULL,
	`kinds` text NOT NULL,
	`seen_enc` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`order_id`, `round`, `part_id`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `account_flags` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`flagged` integer NOT NULL,
	`reason_enc` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_flags_account` ON `account_flags` (`account_id`,`at`);--> statement-breakpoint
ALTER TABLE `calls` ADD `number` text;
--> statement-breakpoint
CREATE TRIGGER account_flags_no_update BEFORE UPDATE ON account_flags
BEGIN
  SELECT RAISE(ABORT, 'account_flags is append only');
END;
--> statement-breakpoint
CREATE TRIGGER account_flags_no_delete BEFORE DELETE ON account_flags
BEGIN
  SELECT RAISE(ABORT, 'account_flags is append only');
END;
