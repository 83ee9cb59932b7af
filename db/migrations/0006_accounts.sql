CREATE TABLE `account_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`email_idx` text NOT NULL,
	`email_enc` blob NOT NULL,
	`locale` text NOT NULL,
	`user_id` text,
	`account_id` text,
	`change_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_links_token_unique` ON `account_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `account_links_email` ON `account_links` (`email_idx`,`purpose`);--> statement-breakpoint
CREATE INDEX `account_links_account` ON `account_links` (`account_id`);--> statement-breakpoint
CREATE INDEX `account_links_expires` ON `account_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `contact_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text,
	`value_enc` blob NOT NULL,
	`old_confirmed_at` integer,
	`new_confirmed_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_changes_one` ON `contact_changes` (`user_id`,`kind`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `account_id` text REFERENCES accounts(id);