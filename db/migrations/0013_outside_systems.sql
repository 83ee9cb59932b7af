CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`url_enc` blob NOT NULL,
	`description` text NOT NULL,
	`events` text NOT NULL,
	`secret_enc` blob NOT NULL,
	`previous_secret_enc` blob,
	`previous_until` integer,
	`paused_at` integer,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_account_unique` ON `customers` (`account_id`);
--> statement-breakpoint
ALTER TABLE `resources` ADD `imported` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TABLE `registered_domains` (
	`domain` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`registered_here` integer NOT NULL,
	`registrar_approved` integer NOT NULL,
	`server_hold` integer NOT NULL,
	`owner_enc` blob NOT NULL,
	`real_name_verified_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registered_domains_account` ON `registered_domains` (`account_id`);
--> statement-breakpoint
CREATE TABLE `registered_businesses` (
	`cert_idx` text PRIMARY KEY NOT NULL,
	`record_enc` blob NOT NULL,
	`status` text NOT NULL,
	`registered_or_updated_at` integer
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`sha256` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`removed` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_at` ON `imports` (`at`);
