CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text NOT NULL,
	"ip" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_tokens" (
	"id" integer PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"blocked_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"hue" integer NOT NULL,
	"password_hash" text,
	"is_operator" boolean DEFAULT false NOT NULL,
	"demo_level" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"library_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_label" text NOT NULL,
	"before_hash" text,
	"after_hash" text,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_library_id_seq_pk" PRIMARY KEY("library_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"library_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_comments" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"change_request_id" uuid NOT NULL,
	"reply_to_id" uuid,
	"body" text NOT NULL,
	"commit_id" text,
	"side" text,
	"line" integer,
	"excerpt" text,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"resolver_kind" text,
	"resolver_id" text,
	"resolver_name" text,
	CONSTRAINT "change_comments_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"prompt_id" uuid NOT NULL,
	"source_branch_id" uuid NOT NULL,
	"target_branch_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"status" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ender_kind" text,
	"ender_id" text,
	"ender_name" text,
	"source_commit_id" text,
	"target_commit_id" text,
	"merge_commit_id" text,
	CONSTRAINT "change_requests_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "change_reviews" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"change_request_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"body" text NOT NULL,
	"commit_id" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "change_reviews_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "collab_tickets" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"session_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collab_tickets_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_contributors" (
	"library_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"first_seq" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"changes" integer NOT NULL,
	CONSTRAINT "document_contributors_library_id_document_id_author_id_pk" PRIMARY KEY("library_id","document_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"library_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"author_id" uuid NOT NULL,
	"connection_id" uuid,
	"bytes" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_updates_library_id_document_id_seq_pk" PRIMARY KEY("library_id","document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"head_seq" bigint NOT NULL,
	"snap_seq" bigint NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"snapshot_sha256" "bytea" NOT NULL,
	"epoch" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "documents_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"library_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"offset" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "import_chunks_library_id_import_id_offset_pk" PRIMARY KEY("library_id","import_id","offset")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"size" integer NOT NULL,
	"columns" text[] NOT NULL,
	"crlf_replaced" integer NOT NULL,
	"total" integer NOT NULL,
	"processed" integer NOT NULL,
	"created_count" integer NOT NULL,
	"updated_count" integer NOT NULL,
	"skipped_count" integer NOT NULL,
	"failed_count" integer NOT NULL,
	"dry_run" boolean NOT NULL,
	"row_errors" jsonb NOT NULL,
	"message" text,
	"created_by_kind" text NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "imports_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"scopes" text[] NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"email" text NOT NULL,
	"level" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "libraries" (
	"library_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"version_scheme" text NOT NULL,
	"stale_after_days" integer NOT NULL,
	"required_approvals" integer NOT NULL,
	"prose_merge" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"library_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"level" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_library_id_user_id_pk" PRIMARY KEY("library_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_tags" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "prompt_tags_library_id_prompt_id_tag_id_pk" PRIMARY KEY("library_id","prompt_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text NOT NULL,
	"subcategory" text NOT NULL,
	"status" text NOT NULL,
	"archived_from" text,
	"template_language" text NOT NULL,
	"owner" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"modifier_kind" text NOT NULL,
	"modifier_id" text NOT NULL,
	"modifier_name" text NOT NULL,
	"head_commit_id" text,
	"version" text,
	"search_text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "prompts_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tags_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"library_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "blobs_library_id_hash_pk" PRIMARY KEY("library_id","hash")
);
--> statement-breakpoint
CREATE TABLE "branch_merges" (
	"library_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"theirs_commit_id" text NOT NULL,
	"theirs_name" text NOT NULL,
	"kind" text NOT NULL,
	"text_before" text,
	"text_after" text,
	"starter_kind" text NOT NULL,
	"starter_id" text NOT NULL,
	"starter_name" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "branch_merges_library_id_branch_id_pk" PRIMARY KEY("library_id","branch_id")
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"head_commit_id" text,
	"live_commit_id" text,
	"fork_commit_id" text,
	"document_id" uuid NOT NULL,
	"protected" boolean NOT NULL,
	"creator_kind" text NOT NULL,
	"creator_id" text NOT NULL,
	"creator_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "branches_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "commit_authors" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"commit_id" text NOT NULL,
	"position" integer NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	CONSTRAINT "commit_authors_library_id_prompt_id_commit_id_position_pk" PRIMARY KEY("library_id","prompt_id","commit_id","position")
);
--> statement-breakpoint
CREATE TABLE "commit_blames" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"commit_id" text NOT NULL,
	"blame" jsonb NOT NULL,
	CONSTRAINT "commit_blames_library_id_prompt_id_commit_id_pk" PRIMARY KEY("library_id","prompt_id","commit_id")
);
--> statement-breakpoint
CREATE TABLE "commit_parents" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"commit_id" text NOT NULL,
	"position" integer NOT NULL,
	"parent_id" text NOT NULL,
	CONSTRAINT "commit_parents_library_id_prompt_id_commit_id_position_pk" PRIMARY KEY("library_id","prompt_id","commit_id","position")
);
--> statement-breakpoint
CREATE TABLE "commit_tags" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"commit_id" text NOT NULL,
	"tagger_kind" text NOT NULL,
	"tagger_id" text NOT NULL,
	"tagger_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commit_tags_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "commits" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"id" text NOT NULL,
	"seq" bigint NOT NULL,
	"content_hash" text NOT NULL,
	"message" text NOT NULL,
	"change_type" text NOT NULL,
	"version" text,
	"committer_kind" text NOT NULL,
	"committer_id" text NOT NULL,
	"committer_name" text NOT NULL,
	"added" integer NOT NULL,
	"removed" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commits_library_id_prompt_id_id_pk" PRIMARY KEY("library_id","prompt_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_conflicts" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"start" "bytea" NOT NULL,
	"end" "bytea" NOT NULL,
	"base" text NOT NULL,
	"ours" text NOT NULL,
	"theirs" text NOT NULL,
	"theirs_name" text NOT NULL,
	"choice" text,
	"resolver_kind" text,
	"resolver_id" text,
	"resolver_name" text,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_conflicts_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_comments" ADD CONSTRAINT "change_comments_library_id_change_request_id_change_requests_library_id_id_fk" FOREIGN KEY ("library_id","change_request_id") REFERENCES "public"."change_requests"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_library_id_source_branch_id_branches_library_id_id_fk" FOREIGN KEY ("library_id","source_branch_id") REFERENCES "public"."branches"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_library_id_target_branch_id_branches_library_id_id_fk" FOREIGN KEY ("library_id","target_branch_id") REFERENCES "public"."branches"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_reviews" ADD CONSTRAINT "change_reviews_library_id_change_request_id_change_requests_library_id_id_fk" FOREIGN KEY ("library_id","change_request_id") REFERENCES "public"."change_requests"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collab_tickets" ADD CONSTRAINT "collab_tickets_library_id_document_id_documents_library_id_id_fk" FOREIGN KEY ("library_id","document_id") REFERENCES "public"."documents"("library_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_contributors" ADD CONSTRAINT "document_contributors_library_id_document_id_documents_library_id_id_fk" FOREIGN KEY ("library_id","document_id") REFERENCES "public"."documents"("library_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_library_id_document_id_documents_library_id_id_fk" FOREIGN KEY ("library_id","document_id") REFERENCES "public"."documents"("library_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_tags" ADD CONSTRAINT "prompt_tags_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_tags" ADD CONSTRAINT "prompt_tags_library_id_tag_id_tags_library_id_id_fk" FOREIGN KEY ("library_id","tag_id") REFERENCES "public"."tags"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branch_merges" ADD CONSTRAINT "branch_merges_library_id_branch_id_branches_library_id_id_fk" FOREIGN KEY ("library_id","branch_id") REFERENCES "public"."branches"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commit_authors" ADD CONSTRAINT "commit_authors_library_id_prompt_id_commit_id_commits_library_id_prompt_id_id_fk" FOREIGN KEY ("library_id","prompt_id","commit_id") REFERENCES "public"."commits"("library_id","prompt_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commit_blames" ADD CONSTRAINT "commit_blames_library_id_prompt_id_commit_id_commits_library_id_prompt_id_id_fk" FOREIGN KEY ("library_id","prompt_id","commit_id") REFERENCES "public"."commits"("library_id","prompt_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commit_parents" ADD CONSTRAINT "commit_parents_library_id_prompt_id_commit_id_commits_library_id_prompt_id_id_fk" FOREIGN KEY ("library_id","prompt_id","commit_id") REFERENCES "public"."commits"("library_id","prompt_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commit_parents" ADD CONSTRAINT "commit_parents_library_id_prompt_id_parent_id_commits_library_id_prompt_id_id_fk" FOREIGN KEY ("library_id","prompt_id","parent_id") REFERENCES "public"."commits"("library_id","prompt_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commit_tags" ADD CONSTRAINT "commit_tags_library_id_prompt_id_commit_id_commits_library_id_prompt_id_id_fk" FOREIGN KEY ("library_id","prompt_id","commit_id") REFERENCES "public"."commits"("library_id","prompt_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commits" ADD CONSTRAINT "commits_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commits" ADD CONSTRAINT "commits_library_id_content_hash_blobs_library_id_hash_fk" FOREIGN KEY ("library_id","content_hash") REFERENCES "public"."blobs"("library_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_conflicts" ADD CONSTRAINT "document_conflicts_library_id_branch_id_branches_library_id_id_fk" FOREIGN KEY ("library_id","branch_id") REFERENCES "public"."branches"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("library_id","subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("library_id","action","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("library_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "change_comments_request" ON "change_comments" USING btree ("library_id","change_request_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "change_requests_number" ON "change_requests" USING btree ("library_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "change_requests_open" ON "change_requests" USING btree ("library_id","source_branch_id","target_branch_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "change_requests_status" ON "change_requests" USING btree ("library_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "change_requests_prompt" ON "change_requests" USING btree ("library_id","prompt_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "change_requests_source" ON "change_requests" USING btree ("library_id","source_branch_id");--> statement-breakpoint
CREATE INDEX "change_requests_target" ON "change_requests" USING btree ("library_id","target_branch_id");--> statement-breakpoint
CREATE INDEX "change_reviews_request" ON "change_reviews" USING btree ("library_id","change_request_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "collab_tickets_hash" ON "collab_tickets" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "documents_prompt" ON "documents" USING btree ("library_id","prompt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "libraries_slug" ON "libraries" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "members_user" ON "members" USING btree ("user_id","library_id");--> statement-breakpoint
CREATE INDEX "prompt_tags_tag" ON "prompt_tags" USING btree ("library_id","tag_id","prompt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "prompts_key" ON "prompts" USING btree ("library_id","key");--> statement-breakpoint
CREATE INDEX "prompts_modified" ON "prompts" USING btree ("library_id","modified_at","id");--> statement-breakpoint
CREATE INDEX "prompts_created" ON "prompts" USING btree ("library_id","created_at","id");--> statement-breakpoint
CREATE INDEX "prompts_name" ON "prompts" USING btree ("library_id","name","id");--> statement-breakpoint
CREATE INDEX "prompts_category" ON "prompts" USING btree ("library_id","category","modified_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name" ON "tags" USING btree ("library_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "branches_name" ON "branches" USING btree ("library_id","prompt_id","name") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "branches_prompt" ON "branches" USING btree ("library_id","prompt_id");--> statement-breakpoint
CREATE INDEX "branches_document" ON "branches" USING btree ("library_id","document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "commit_tags_name" ON "commit_tags" USING btree ("library_id","prompt_id","name");--> statement-breakpoint
CREATE INDEX "commit_tags_commit" ON "commit_tags" USING btree ("library_id","prompt_id","commit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "commits_seq" ON "commits" USING btree ("library_id","prompt_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "commits_version" ON "commits" USING btree ("library_id","prompt_id","version");--> statement-breakpoint
CREATE INDEX "document_conflicts_branch" ON "document_conflicts" USING btree ("library_id","branch_id","position");