CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`issuer` text NOT NULL,
	`subject_idx` text NOT NULL,
	`user_id` text NOT NULL,
	`roles_managed` integer DEFAULT false NOT NULL,
	`real_name_agreed_at` integer,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject_unique` ON `identities` (`audience`,`issuer`,`subject_idx`);--> statement-breakpoint
CREATE UNIQUE INDEX `identities_user_unique` ON `identities` (`user_id`,`audience`,`issuer`);--> statement-breakpoint
CREATE TABLE `identity_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`audience` text NOT NULL,
	`claims_enc` blob NOT NULL,
	`next_path` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_offers_token_unique` ON `identity_offers` (`token_hash`);--> statement-breakpoint
CREATE INDEX `identity_offers_expires` ON `identity_offers` (`expires_at`);
