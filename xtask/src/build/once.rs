//! Functions that are the same are in a module once: what was written for many types is often the same
//! for several of them once it is compiled, and so is then what calls it. What is called by its place in
//! the table keeps its place, so that no two pointers to functions become one.

use std::collections::HashMap;

use super::functions::{self, Functions};

/// The module with each function once.
pub(super) fn each(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let functions = Functions::of(wasm)?;
    let imported = functions.imported;
    let count = u32::try_from(functions.bodies.len()).map_err(|error| error.to_string())?;
    // Who stands for each function: at first it does so itself.
    let mut stands: Vec<u32> = (0..imported + count).collect();
    while let Some(fewer) = merged(&functions, &stands)? {
        stands = fewer;
    }
    let stays = |function: &u32| stands.get(*function as usize) == Some(function);
    let order: Vec<u32> = (imported..imported + count).filter(stays).collect();
    let numbers: HashMap<u32, u32> =
        (0..imported).chain(order.iter().copied()).zip(0_u32..).collect();
    let places: Vec<u32> =
        stands.iter().filter_map(|function| numbers.get(function).copied()).collect();
    let order: Vec<usize> = order.into_iter().map(|number| (number - imported) as usize).collect();
    functions::moved(wasm, &order, &places)
}

/// Who stands for each function when those that are the same, as far as is known, are one; nothing where
/// no two are.
fn merged(functions: &Functions<'_>, stands: &[u32]) -> Result<Option<Vec<u32>>, String> {
    let mut first_of = HashMap::new();
    let mut fewer = stands.to_vec();
    let own = (functions.imported..).zip(functions.types.iter().zip(&functions.bodies));
    for (function, (kind, body)) in own {
        if stands.get(function as usize) == Some(&function) {
            let first =
                *first_of.entry((kind, functions::calling(body, stands)?)).or_insert(function);
            if let Some(stands) = fewer.get_mut(function as usize) {
                *stands = first;
            }
        }
    }
    // Whoever was stood for by one that is stood for now.
    let through = |of: &u32| fewer.get(*of as usize).copied().unwrap_or(*of);
    let fewer: Vec<u32> = fewer.iter().map(through).collect();
    Ok((fewer != stands).then_some(fewer))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
        Function, FunctionSection, ImportSection, Module, RefType, TableSection, TableType,
        TypeSection,
    };
    use wasmparser::{ElementItems, Operator, Parser, Payload};

    use super::*;

    fn calling(callee: u32) -> Function {
        let mut function = Function::new([]);
        function.instructions().call(callee).end();
        function
    }

    /// Behind an imported one: two that call it, two that call one of those each, one that calls itself
    /// and one that calls that, and one as the first but of another type. Both of the second pair are in the
    /// table.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("host", "call", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        for kind in [0, 0, 0, 0, 0, 0, 1] {
            functions.function(kind);
        }
        let mut tables = TableSection::new();
        let (element_type, minimum) = (RefType::FUNCREF, 2);
        let (maximum, table64, shared) = (None, false, false);
        tables.table(TableType { element_type, minimum, maximum, table64, shared });
        let mut exports = ExportSection::new();
        exports.export("last", ExportKind::Func, 7);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([3, 4][..].into()));
        let mut code = CodeSection::new();
        for callee in [0, 0, 1, 2, 5, 5, 0] {
            code.function(&calling(callee));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    #[test]
    fn functions_that_are_the_same_are_one_and_so_are_then_those_that_call_them() {
        let once = each(&module()).unwrap();
        wasmparser::validate(&once).unwrap();
        let functions = Functions::of(&once).unwrap();
        let callees: Vec<u32> = functions
            .bodies
            .iter()
            .filter_map(|body| match body.get_operators_reader().unwrap().read().unwrap() {
                Operator::Call { function_index } => Some(function_index),
                _ => None,
            })
            .collect();
        // Nor is there a difference between what calls itself and what calls that.
        assert_eq!((callees, functions.types), (vec![0, 1, 3, 0], vec![0, 0, 0, 1]));
        let in_table = Parser::new(0).parse_all(&once).find_map(|payload| match payload.unwrap() {
            Payload::ElementSection(section) => section.into_iter().next().map(Result::unwrap),
            _ => None,
        });
        let ElementItems::Functions(in_table) = in_table.unwrap().items else { panic!() };
        let in_table: Vec<u32> = in_table.into_iter().map(Result::unwrap).collect();
        assert_eq!(in_table, [2, 2], "two places, so two pointers");
    }
}
