//! Drafts: what stands typed in forms and is not saved yet, kept beside the ledger.

use serde_json::Value;

use super::{Keeper, Session, SessionError};

impl Session {
    /// The draft kept under `name`.
    pub fn draft(&self, name: &str) -> Option<&Value> {
        self.drafts.get(name)
    }

    /// The drafts, by the names they are kept under.
    pub fn drafts(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.drafts.iter().map(|(name, draft)| (name.as_str(), draft))
    }

    /// How many drafts are kept.
    pub fn draft_count(&self) -> usize {
        self.drafts.len()
    }

    /// Keeps a draft under `name`, or lets it go; on disk before this returns.
    pub fn keep_draft(&mut self, name: &str, draft: Option<Value>) -> Result<(), SessionError> {
        if draft.as_ref() == self.draft(name) {
            return Ok(());
        }
        let Keeper::Store(store) = &self.keeper else { return Err(SessionError::ReadOnly) };
        match draft {
            Some(draft) => {
                store.drafts().save(name, &draft)?;
                self.drafts.insert(name.into(), draft);
            }
            None if self.drafts.contains_key(name) => {
                store.drafts().remove(name)?;
                self.drafts.remove(name);
            }
            None => {}
        }
        Ok(())
    }
}
