//! What a module would say of a panic, taken out where nobody hears it. The modules of the worker have no
//! hook: whatever a panic says, what comes of it is a trap; the page says that the work could not be done,
//! and starts another worker. So a call that tells of a panic becomes the trap itself, and what was made ready
//! for it goes.

use std::collections::HashSet;

use walrus::ir::{self, Instr, InstrSeqId, Visitor};
use walrus::{FunctionId, FunctionKind, LocalFunction, Module, passes};

use super::left_out::functions;

/// What a panic goes through, by parts of names: all of it that never comes back is a trap and nothing else.
const TELLING: [&str; 9] = [
    EVERY,
    "core::panicking::",
    "std::panicking::",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::handle_error",
    "alloc::alloc::handle_alloc_error",
];

/// Where every panic comes by.
const EVERY: &str = "core::panicking::panic_fmt";

/// Takes it out, and what only that needed. The functions still have their names.
pub(super) fn of(module: &mut Module) -> Result<(), String> {
    let named: HashSet<_> = TELLING.iter().flat_map(|part| functions(module, part)).collect();
    let ends = |id: &FunctionId| match &module.funcs.get(*id).kind {
        FunctionKind::Local(function) => never_returns(function),
        FunctionKind::Import(_) | FunctionKind::Uninitialized(_) => false,
    };
    let mut telling: HashSet<_> = named.into_iter().filter(ends).collect();
    if !functions(module, EVERY).iter().any(|id| telling.contains(id)) {
        return Err(format!("{EVERY} is not there any more, or comes back"));
    }
    // And what does nothing else.
    while let Some(more) = more(module, &telling) {
        telling.extend(more);
    }
    for (id, function) in module.funcs.iter_local_mut() {
        if telling.contains(&id) {
            end(function, function.entry_block(), 0);
            continue;
        }
        for sequence in sequences(function) {
            let all = &function.block(sequence).instrs;
            let is_end = |(instr, _): &(Instr, _)| {
                tells(instr, &telling) || matches!(instr, Instr::Unreachable(_))
            };
            if let Some(at) = all.iter().position(is_end) {
                // What is left on the stack may lie there before a trap.
                let acts = all.iter().take(at).rposition(|(instr, _)| !is_quiet(instr));
                end(function, sequence, acts.map_or(0, |acts| acts + 1));
            }
        }
    }
    passes::gc::run(module);
    Ok(())
}

/// Functions that begin with a call of one of these and do nothing before. None where all are known.
fn more(module: &Module, telling: &HashSet<FunctionId>) -> Option<Vec<FunctionId>> {
    let is_more = |(id, function): &(FunctionId, &LocalFunction)| {
        let begins = function.block(function.entry_block()).instrs.iter();
        let acts = begins.map(|(instr, _)| instr).find(|instr| !is_quiet(instr));
        !telling.contains(id) && acts.is_some_and(|instr| tells(instr, telling))
    };
    let more: Vec<_> = module.funcs.iter_local().filter(is_more).map(|(id, _)| id).collect();
    (!more.is_empty()).then_some(more)
}

fn tells(instr: &Instr, telling: &HashSet<FunctionId>) -> bool {
    matches!(instr, Instr::Call(call) if telling.contains(&call.func))
}

/// Whether nothing leads out of a function but the trap at its end.
fn never_returns(function: &LocalFunction) -> bool {
    let out = function.entry_block();
    let leads_out = |(instr, _): &(Instr, _)| match instr {
        Instr::Return(_) | Instr::ReturnCall(_) | Instr::ReturnCallIndirect(_) => true,
        Instr::Br(to) => to.block == out,
        Instr::BrIf(to) => to.block == out,
        Instr::BrTable(to) => to.default == out || to.blocks.contains(&out),
        _ => false,
    };
    let ends = function.block(out).instrs.last();
    matches!(ends, Some((Instr::Unreachable(_), _)))
        && !sequences(function).iter().any(|id| function.block(*id).instrs.iter().any(leads_out))
}

/// All that stands between a beginning and its end in a function.
fn sequences(function: &LocalFunction) -> Vec<InstrSeqId> {
    #[derive(Default)]
    struct Found(Vec<InstrSeqId>);
    impl<'a> Visitor<'a> for Found {
        fn start_instr_seq(&mut self, sequence: &'a ir::InstrSeq) {
            self.0.push(sequence.id());
        }
    }
    let mut found = Found::default();
    ir::dfs_in_order(&mut found, function, function.entry_block());
    found.0
}

/// Whether nobody sees what this does once a trap follows it: it changes numbers and memory, and nothing in
/// the module is trusted after a trap.
fn is_quiet(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::GlobalSet(_)
            | Instr::Load(_)
            | Instr::Store(_)
            | Instr::Unop(_)
            | Instr::Binop(_)
            | Instr::Select(_)
            | Instr::Drop(_)
    )
}

/// Ends a sequence with a trap behind so many of its instructions.
fn end(function: &mut LocalFunction, sequence: InstrSeqId, stays: usize) {
    let instrs = &mut function.block_mut(sequence).instrs;
    instrs.truncate(stays);
    instrs.push((Instr::Unreachable(ir::Unreachable {}), ir::InstrLocId::default()));
}

#[cfg(test)]
mod tests {
    use walrus::ir::{BinaryOp, MemArg, StoreKind};
    use walrus::{FunctionBuilder, InstrSeqBuilder, ValType};

    use super::*;

    const STORE: StoreKind = StoreKind::I32 { atomic: false };
    const AT: MemArg = MemArg { align: 4, offset: 0 };

    fn add(
        module: &mut Module,
        name: &str,
        results: &[ValType],
        body: impl FnOnce(&mut InstrSeqBuilder<'_>),
    ) -> FunctionId {
        let mut builder = FunctionBuilder::new(&mut module.types, &[], results);
        body(&mut builder.name(name.to_owned()).func_body());
        let id = builder.finish(Vec::new(), &mut module.funcs);
        module.exports.add(name, id);
        id
    }

    /// How many instructions there are between the first beginning in a function and its end, and in all.
    fn lengths(module: &Module, id: FunctionId) -> Vec<usize> {
        let (_, function) = module.funcs.iter_local().find(|(of, _)| *of == id).unwrap();
        sequences(function).into_iter().map(|id| function.block(id).instrs.len()).collect()
    }

    #[test]
    fn a_call_that_tells_of_a_panic_becomes_a_trap_with_what_was_made_ready_for_it() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let kind = module.types.add(&[], &[]);
        let (seen, _) = module.add_import_func("page", "seen", kind);
        let tells = add(&mut module, EVERY, &[], |body| {
            body.call(seen).unreachable();
        });
        // Begins with it, and does nothing else.
        let only = add(&mut module, "bounds", &[], |body| {
            body.i32_const(8).i32_const(1).store(memory, STORE, AT).call(tells).unreachable();
        });
        let checked = add(&mut module, "checked", &[ValType::I32], |body| {
            body.block(None, |inner| {
                let outer = inner.id();
                inner.i32_const(1).br_if(outer);
                inner.i32_const(4).i32_const(2).store(memory, STORE, AT).call(only).unreachable();
            });
            body.i32_const(7);
        });
        let shown = add(&mut module, "shown", &[], |body| {
            body.call(seen)
                .i32_const(1)
                .i32_const(2)
                .binop(BinaryOp::I32Add)
                .drop()
                .call(tells)
                .unreachable();
        });
        let comes_back = add(&mut module, "core::panicking::count", &[ValType::I32], |body| {
            body.i32_const(1).i32_const(2).binop(BinaryOp::I32Add);
        });
        of(&mut module).unwrap();
        assert_eq!(lengths(&module, tells), [1]);
        assert_eq!(lengths(&module, only), [1]);
        // What is checked stays: the number, the way out and the trap.
        assert_eq!(lengths(&module, checked), [2, 3]);
        assert_eq!(lengths(&module, shown), [2], "what the page sees before stays");
        assert_eq!(lengths(&module, comes_back), [3]);
        wasmparser::validate(&module.emit_wasm()).unwrap();
    }

    #[test]
    fn a_panic_that_goes_another_way_stops_the_build() {
        let mut module = Module::default();
        let another = |body: &mut InstrSeqBuilder<'_>| {
            body.unreachable();
        };
        add(&mut module, "core::panicking::panic_anew", &[], another);
        assert!(of(&mut module).unwrap_err().contains(EVERY));
        add(&mut module, EVERY, &[], |body| {
            body.return_();
        });
        assert!(of(&mut module).unwrap_err().contains(EVERY));
    }
}
